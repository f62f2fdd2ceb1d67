namespace Grainline.Attachments;

/// <summary>Where an attachment is in its life.</summary>
public enum AttachmentStage
{
    /// <summary>Announced; its bytes are coming.</summary>
    Uploading,

    /// <summary>Whole, and nobody gets it before it has been looked at.</summary>
    Scanning,

    /// <summary>May be attached and read.</summary>
    Ready,

    /// <summary>Not what it was said to be, or harmful. Its bytes are gone.</summary>
    Refused,

    /// <summary>Its bytes are gone: withdrawn, never attached, or its time was over.</summary>
    Deleted,
}
