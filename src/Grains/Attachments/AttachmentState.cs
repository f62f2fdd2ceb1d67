using Grainline.Conversations;
using Grainline.Journaling;
using static Grainline.Attachments.AttachmentStage;

namespace Grainline.Attachments;

/// <summary>An attachment without its bytes.</summary>
internal sealed record AttachmentState : IEventSourced<AttachmentState, AttachmentEvent>
{
    public static AttachmentState Initial { get; } = new();

    public Author? Uploader { get; init; }

    public AttachmentStage Stage { get; init; }

    public string Name { get; init; } = "";

    public string ContentType { get; init; } = "";

    public long Bytes { get; init; }

    public string? Digest { get; init; }

    public int? PreviewWidth { get; init; }

    public int? PreviewHeight { get; init; }

    public string? Subject { get; init; }

    public string? Reference { get; init; }

    public Audience Audience { get; init; }

    /// <summary>Since when it is what it is now: announced, unattached, attached. Lifetimes count from here.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Because { get; init; }

    public bool Exists => Uploader is not null;

    public bool IsOver => Stage is Refused or Deleted;

    public AttachmentState Apply(AttachmentEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        AttachmentDeclared e => this with { Uploader = e.Uploader, Name = e.Name, ContentType = e.ContentType, Bytes = e.Bytes, Since = at },
        UploadCompleted e => this with { Stage = Scanning, Digest = e.Digest, ContentType = e.ContentType, Since = at },
        AttachmentPassed => this with { Stage = Ready },
        AttachmentRefused e => this with { Stage = Refused, Because = e.Because },
        PreviewAdded e => this with { PreviewWidth = e.Width, PreviewHeight = e.Height },
        AttachmentAttached e => this with { Subject = e.Subject, Reference = e.Reference, Audience = e.Audience, Since = at },
        AttachmentDetached => this with { Subject = null, Reference = null, Audience = Audience.Nobody, Since = at },
        AttachmentMoved e => this with { Subject = e.Subject },
        AttachmentDeleted => this with { Stage = Deleted },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };
}
