using Orleans;

namespace Grainline.Attachments;

/// <param name="Uploader">Whose it is until it is attached.</param>
/// <param name="Name">Of the file, without folders, 1 to <see cref="Limits.FileNameLength"/> characters.</param>
/// <param name="ContentType">What the client says it is; empty when it does not know.</param>
/// <param name="Bytes">Its whole size.</param>
[GenerateSerializer, Immutable, Alias("attachment.declare")]
public sealed record DeclareAttachment(Actor Uploader, string Name, string ContentType, long Bytes);

/// <param name="By">The uploader.</param>
/// <param name="Bytes">As many as the store has.</param>
/// <param name="Digest">The store's word for the content, such as <c>sha256:...</c>.</param>
/// <param name="Nature">What the first bytes show: <c>image</c>, <c>document</c>, ..., <c>unknown</c>.</param>
/// <param name="SniffedType">The media type that they show; null for none.</param>
[GenerateSerializer, Immutable, Alias("attachment.complete")]
public sealed record CompleteUpload(Actor By, long Bytes, string Digest, string Nature, string? SniffedType);

/// <param name="By">The uploader.</param>
/// <param name="Width">Pixels, at most <see cref="Limits.PreviewPixels"/>.</param>
/// <param name="Height">Pixels, at most <see cref="Limits.PreviewPixels"/>.</param>
[GenerateSerializer, Immutable, Alias("attachment.add-preview")]
public sealed record AddPreview(Actor By, int Width, int Height);

/// <param name="Subject"><c>conversation/id</c> or <c>ticket/id</c>: <see cref="AttachmentSubject"/>.</param>
/// <param name="Reference">Which entry of the subject, such as the client message id: the same one again is a retry, another one is refused.</param>
/// <param name="By">Who writes the entry; only what this person has uploaded.</param>
/// <param name="Audience">Whether visitors may see it.</param>
[GenerateSerializer, Immutable, Alias("attachment.attach")]
public sealed record AttachFile(string Subject, string Reference, Actor By, Audience Audience);
