using System.Text.Json.Serialization;
using Grainline.Conversations;

namespace Grainline.Attachments;

/// <summary>What can happen to an attachment. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(AttachmentDeclared), "attachment.declared")]
[JsonDerivedType(typeof(UploadCompleted), "attachment.uploaded")]
[JsonDerivedType(typeof(AttachmentPassed), "attachment.passed")]
[JsonDerivedType(typeof(AttachmentRefused), "attachment.refused")]
[JsonDerivedType(typeof(PreviewAdded), "attachment.previewed")]
[JsonDerivedType(typeof(AttachmentAttached), "attachment.attached")]
[JsonDerivedType(typeof(AttachmentDetached), "attachment.detached")]
[JsonDerivedType(typeof(AttachmentMoved), "attachment.moved")]
[JsonDerivedType(typeof(AttachmentDeleted), "attachment.deleted")]
internal abstract record AttachmentEvent;

internal sealed record AttachmentDeclared(Author Uploader, string Name, string ContentType, long Bytes) : AttachmentEvent;

/// <param name="ContentType">What its bytes show.</param>
internal sealed record UploadCompleted(string Digest, string ContentType) : AttachmentEvent;

/// <summary>Looked at and found harmless, or nobody looks.</summary>
internal sealed record AttachmentPassed : AttachmentEvent;

/// <param name="Because">A sentence for developers.</param>
internal sealed record AttachmentRefused(string Because) : AttachmentEvent;

internal sealed record PreviewAdded(int Width, int Height) : AttachmentEvent;

internal sealed record AttachmentAttached(string Subject, string Reference, Audience Audience, Author By) : AttachmentEvent;

internal sealed record AttachmentDetached : AttachmentEvent;

internal sealed record AttachmentMoved(string Subject) : AttachmentEvent;

/// <param name="Because"><c>discarded</c>, <c>expired</c>, <c>unused</c> or <c>retention</c>.</param>
internal sealed record AttachmentDeleted(string Because) : AttachmentEvent;

/// <summary>What can happen to a tenant's allowance of uploads.</summary>
[JsonDerivedType(typeof(UploadReserved), "quota.reserved")]
[JsonDerivedType(typeof(UploadReleased), "quota.released")]
internal abstract record QuotaEvent;

internal sealed record UploadReserved(string AttachmentId, string Person, long Bytes, DateTimeOffset Until) : QuotaEvent;

internal sealed record UploadReleased(string AttachmentId) : QuotaEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AttachmentEvent))]
[JsonSerializable(typeof(QuotaEvent))]
internal sealed partial class AttachmentJson : JsonSerializerContext;
