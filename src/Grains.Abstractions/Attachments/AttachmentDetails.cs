using Orleans;

namespace Grainline.Attachments;

/// <summary>Everything about one attachment. Not for clients as it is: subject and audience are for whoever decides who may read it.</summary>
/// <param name="Id">Within the tenant.</param>
/// <param name="Stage">Where it is in its life.</param>
/// <param name="Name">Of the file.</param>
/// <param name="ContentType">As announced, and once it is whole as its bytes show.</param>
/// <param name="Bytes">Its whole size.</param>
/// <param name="UploaderKind">Which side it came from.</param>
/// <param name="UploaderId">Visitor id or agent id.</param>
/// <param name="Subject">What it belongs to; null until it is attached.</param>
/// <param name="Audience">Who of the subject's readers may read it.</param>
/// <param name="ExpiresAt">When it is deleted (UTC) if nothing happens to it; null when it stays.</param>
/// <param name="PreviewWidth">Pixels; null without a preview.</param>
/// <param name="PreviewHeight">Pixels; null without a preview.</param>
/// <param name="Digest">Of its content, once it is whole.</param>
[GenerateSerializer, Immutable, Alias("attachment.details")]
public sealed record AttachmentDetails(
    string Id, AttachmentStage Stage, string Name, string ContentType, long Bytes, ActorKind UploaderKind, string UploaderId, string? Subject, Audience Audience,
    DateTimeOffset? ExpiresAt, int? PreviewWidth, int? PreviewHeight, string? Digest);
