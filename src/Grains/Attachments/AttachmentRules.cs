using Grainline.Refusals;
using static Grainline.Attachments.AttachmentStage;

namespace Grainline.Attachments;

/// <summary>Who may do what with a file. Pure: a null means yes.</summary>
internal static class AttachmentRules
{
    public static readonly Refusal NotFound = new(ErrorCode.AttachmentNotFound, "There is no such attachment.");
    private static readonly Refusal Gone = new(ErrorCode.AttachmentGone, "The attachment was deleted.");
    private static readonly Refusal Used = new(ErrorCode.AttachmentUsed, "The attachment belongs to something already.");
    private static readonly Refusal NotReady = new(ErrorCode.AttachmentNotReady, "The attachment is not ready yet.");

    public static Refusal? MayDeclare(DeclareAttachment command, AttachmentOptions options, long maxBytes) =>
        !options.Enabled ? new(ErrorCode.AttachmentsUnsupported, "Attachments are switched off.")
        : command.Name is not { Length: > 0 and <= Limits.FileNameLength } || command.Name.Any(c => char.IsControl(c) || c is '/' or '\\')
            ? new(ErrorCode.InvalidArgument, $"A file's name has 1 to {Limits.FileNameLength} characters, none of them a control character or a slash.")
        : command.Bytes <= 0 ? new(ErrorCode.InvalidArgument, "There is nothing in this file.")
        : command.Bytes > maxBytes ? new(ErrorCode.AttachmentTooLarge, $"A file has at most {maxBytes} bytes.")
        : !ContentRules.IsVague(command.ContentType) && !options.Allows(command.ContentType) ? ContentRules.NotAllowed(command.ContentType)
        : null;

    /// <summary>To others than its uploader it exists from being attached on, and then only as far as its subject lets them.</summary>
    public static Refusal? MaySee(AttachmentState s, Actor reader) =>
        !s.Exists || (s.Subject is null && !Owns(s, reader)) || (s.Subject is not null && !s.Audience.HasFlag(AudienceOf(reader)))
            ? NotFound
            : Ended(s);

    public static Refusal? MayAttach(AttachmentState s, AttachFile command) =>
        !s.Exists || !Owns(s, command.By) ? NotFound
        : Ended(s) is { } ended ? ended
        : s.Subject is not null ? s.Subject == command.Subject && s.Reference == command.Reference ? null : Used
        : s.Stage != Ready ? NotReady
        : null;

    public static Refusal? MayAddPreview(AttachmentState s, AddPreview command) =>
        MayChange(s, command.By)
        ?? (command.Width is > 0 and <= Limits.PreviewPixels && command.Height is > 0 and <= Limits.PreviewPixels
            ? null
            : new(ErrorCode.InvalidArgument, $"A preview is at most {Limits.PreviewPixels} pixels wide and high."));

    /// <summary>Only the uploader, and only until it is attached.</summary>
    public static Refusal? MayChange(AttachmentState s, Actor by) => !s.Exists || !Owns(s, by) ? NotFound : s.Subject is not null ? Used : Ended(s);

    public static Refusal? MayMove(AttachmentState s, string subject) =>
        !s.Exists ? NotFound : Ended(s) ?? (s.Subject == subject ? null : Used);

    public static Refusal? MayComplete(AttachmentState s, CompleteUpload command) =>
        !s.Exists || !Owns(s, command.By) ? NotFound
        : Ended(s) ?? (command.Bytes == s.Bytes ? null : new(ErrorCode.UploadOffsetMismatch, $"{s.Bytes} bytes were announced, {command.Bytes} have come."));

    private static Refusal? Ended(AttachmentState s) => s.Stage switch
    {
        Refused => new(ErrorCode.AttachmentRefused, s.Because!),
        Deleted => Gone,
        _ => null,
    };

    private static bool Owns(AttachmentState s, Actor who) => s.Uploader!.Kind == who.Kind && s.Uploader.Id == who.Id;

    private static Audience AudienceOf(Actor reader) => reader.Kind == ActorKind.Visitor ? Audience.Visitors : Audience.Staff;
}
