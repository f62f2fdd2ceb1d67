using Grainline.Conversations;
using Grainline.Deadlines;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Attachments;

/// <summary>
/// One file: what it is, how far it is, whom it belongs to. Its bytes are in the blob store, which also knows how many of them are safe: no event is written for a piece. Keyed by <see cref="AttachmentKey"/>.
/// </summary>
[Alias("IAttachmentGrain")]
public interface IAttachmentGrain : IGrainWithStringKey, IDeadlineTarget
{
    /// <summary>Announces a file. <see cref="ErrorCode.AttachmentTooLarge"/>, <see cref="ErrorCode.AttachmentTypeRefused"/>, <see cref="ErrorCode.UploadLimit"/>.</summary>
    Task<Outcome<AttachmentDetails>> Declare(DeclareAttachment command);

    /// <summary>
    /// For its uploader, and once it is attached for whoever may see the subject: whoever asks for somebody else asks the subject first. To others it does not exist.
    /// <see cref="ErrorCode.AttachmentRefused"/> and <see cref="ErrorCode.AttachmentGone"/> when it has come to an end.
    /// </summary>
    Task<Outcome<AttachmentDetails>> View(Actor reader);

    /// <summary>All bytes are in the store. Refused, and deleted, when they are not what was announced; repeated calls answer as the first.</summary>
    Task<Outcome<AttachmentDetails>> Complete(CompleteUpload command);

    /// <summary>A small picture of it lies in the store. By its uploader, before it is attached.</summary>
    Task<Outcome<AttachmentDetails>> AddPreview(AddPreview command);

    /// <summary>
    /// Binds it to one entry of one subject, for good. The uploader's own, <see cref="AttachmentStage.Ready"/> and not bound to anything else; the same command again answers as the first.
    /// </summary>
    Task<Outcome<AttachmentView>> Attach(AttachFile command);

    /// <summary>Undoes <see cref="Attach"/> when the entry could not be written; anything else is left alone.</summary>
    Task Detach(string subject, string reference);

    /// <summary>It goes along when its subject is merged into or becomes another one; idempotent. <see cref="ErrorCode.AttachmentUsed"/> when it belongs to neither.</summary>
    Task<Outcome<AttachmentView>> Move(string subject, string toSubject);

    /// <summary>The uploader withdraws it before it is attached; idempotent.</summary>
    Task<Outcome<Done>> Discard(Actor by);

    /// <summary>Whether the store should have anything of it.</summary>
    Task<bool> KeepsBytes();
}
