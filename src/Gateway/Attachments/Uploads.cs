using Grainline.Attachments;
using Grainline.Blobs;
using Grainline.Blobs.Sniffing;
using Grainline.Gateway.Authentication;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Gateway.Attachments;

/// <summary>
/// Carries bytes from callers to the store and says so to the attachment's grain when they are whole. It remembers nothing between two calls: any gateway goes on with what another one began.
/// </summary>
internal sealed class Uploads(IGrainFactory grains, IBlobStore blobs, AttachmentAccess access, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly Refusal Gone = new(ErrorCode.AttachmentGone, "The upload is gone.");

    public async Task<Outcome<AttachmentDetails>> Create(Session session, long bytes, UploadMetadata metadata, CancellationToken cancellation)
    {
        var key = AttachmentKey.New(session.Tenant, time);
        var declared = await grains.Attachment(key).Declare(new(session.Actor, metadata.Name, metadata.ContentType, bytes));
        if (declared.Succeeded)
            await blobs.CreateAsync(new(key.Tenant, key.Id), cancellation);
        return declared;
    }

    /// <summary>How far it is. What is whole but was never said to be, because a gateway died in between, is said now.</summary>
    public async Task<Outcome<UploadStanding>> Standing(Session session, string id, CancellationToken cancellation)
    {
        var own = await Own(session, id);
        if (own.Value is not { } upload)
            return own.Refusal!;
        if (upload.Stage != AttachmentStage.Uploading)
            return new UploadStanding(upload, upload.Bytes);
        return await blobs.LengthAsync(Blob(session, id), cancellation) is { } length
            ? await Finished(session, upload, length, cancellation)
            : Gone;
    }

    /// <summary>Adds the content at the offset. What came before it broke off is kept; the caller will never hear of that, but the next one who asks does.</summary>
    public async Task<Outcome<UploadStanding>> Append(Session session, string id, long offset, Stream content, BlobChecksum? checksum, CancellationToken cancellation)
    {
        var own = await Own(session, id);
        if (own.Value is not { } upload)
            return own.Refusal!;
        if (upload.Stage != AttachmentStage.Uploading)
            return offset == upload.Bytes ? new UploadStanding(upload, upload.Bytes) : WrongOffset(upload.Bytes);
        // A process that is asked to stop does not wait for the rest of a long piece: another one takes it.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        var appended = await blobs.AppendAsync(Blob(session, id), offset, content, upload.Bytes, checksum, stop.Token);
        return appended.Result switch
        {
            AppendResult.Stored => await Finished(session, upload, appended.Length, cancellation),
            AppendResult.Interrupted when lifetime.ApplicationStopping.IsCancellationRequested => new Refusal(ErrorCode.Draining, "This gateway is going down."),
            AppendResult.Interrupted => new Refusal(ErrorCode.TimedOut, "The content broke off."),
            AppendResult.WrongOffset => WrongOffset(appended.Length),
            AppendResult.ChecksumMismatch => new Refusal(ErrorCode.ChecksumMismatch, "The checksum is not that of the content."),
            AppendResult.Busy => new Refusal(ErrorCode.UploadBusy, "Another request is adding to this upload."),
            AppendResult.TooLong => new Refusal(ErrorCode.AttachmentTooLarge, "There is more content than was announced."),
            _ => Gone,
        };
    }

    public async Task<Outcome<Done>> Discard(Session session, string id)
    {
        var own = await access.Own(session, id);
        return own.Refusal is { } refusal ? refusal : await grains.Attachment(new(session.Tenant, id)).Discard(session.Actor);
    }

    // Its clock deletes it within a second; until then it is over all the same.
    private async Task<Outcome<AttachmentDetails>> Own(Session session, string id)
    {
        var own = await access.Own(session, id);
        return own.Value is { Stage: AttachmentStage.Uploading, ExpiresAt: { } end } && end <= time.GetUtcNow() ? Gone : own;
    }

    private async Task<Outcome<UploadStanding>> Finished(Session session, AttachmentDetails upload, long length, CancellationToken cancellation)
    {
        if (length < upload.Bytes)
            return new UploadStanding(upload, length);
        var blob = Blob(session, upload.Id);
        var digest = await blobs.CompleteAsync(blob, cancellation);
        var kind = ContentSniffer.Sniff(await Head(blob, upload.Bytes, cancellation));
        var completed = await grains.Attachment(new(session.Tenant, upload.Id)).Complete(new(session.Actor, length, digest, kind.Nature.ToString(), kind.Type));
        return completed.Value is { } whole ? new UploadStanding(whole, length) : completed.Refusal!;
    }

    private async Task<byte[]> Head(BlobKey blob, long bytes, CancellationToken cancellation)
    {
        var head = new byte[Math.Min(ContentSniffer.HeadBytes, bytes)];
        await using var content = await blobs.OpenAsync(blob, 0, head.Length, cancellation) ?? throw new InvalidDataException($"The blob {blob} is gone.");
        await content.ReadExactlyAsync(head, cancellation);
        return head;
    }

    private static Refusal WrongOffset(long length) => new(ErrorCode.UploadOffsetMismatch, $"The upload has {length} bytes.");

    private static BlobKey Blob(Session session, string id) => new(session.Tenant, id);
}

/// <param name="Offset">Bytes that are safe.</param>
internal sealed record UploadStanding(AttachmentDetails Upload, long Offset);
