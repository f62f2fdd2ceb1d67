using Grainline.Refusals;
using Orleans;

namespace Grainline.Attachments;

/// <summary>How much a tenant's people upload, counted for all gateways together. Keyed by the tenant id.</summary>
[Alias("IUploadQuotaGrain")]
public interface IUploadQuotaGrain : IGrainWithStringKey
{
    /// <summary>Counts an upload; the same one again is counted once. <see cref="ErrorCode.UploadLimit"/>.</summary>
    Task<Outcome<Done>> Reserve(UploadReservation reservation);

    /// <summary>The upload is over, one way or the other; idempotent.</summary>
    Task Release(string attachmentId);
}

/// <param name="Person">Kind and id of the uploader.</param>
/// <param name="Until">It counts no longer than this (UTC), even if nobody says that it is over.</param>
[GenerateSerializer, Immutable, Alias("attachment.reservation")]
public sealed record UploadReservation(string AttachmentId, string Person, long Bytes, DateTimeOffset Until);
