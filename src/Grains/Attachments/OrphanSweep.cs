using Grainline.Blobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;

namespace Grainline.Attachments;

/// <summary>Once after the start: deletes old uploads that the journal does not know, as after it was restored from a backup. Everything else has a clock of its own.</summary>
internal sealed partial class OrphanSweep(
    IBlobStore blobs, IGrainFactory grains, IOptions<AttachmentOptions> options, TimeProvider time, ILogger<OrphanSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Two lifetimes: whatever is younger may still be on its way through another gateway.
            var before = time.GetUtcNow() - (2 * options.Value.UploadLifetime);
            await foreach (var blob in blobs.UploadsAsync(before, stoppingToken))
            {
                if (TenantScoped.IsId(blob.Tenant) && TenantScoped.IsId(blob.Id) && !await grains.Attachment(new(blob.Tenant, blob.Id)).KeepsBytes())
                {
                    await blobs.DeleteAsync(blob, stoppingToken);
                    LogOrphanDeleted(blob);
                }
            }
        }
        catch (BlobException e)
        {
            LogSweepFailed(e);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: so do we. The next start sweeps again.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted the upload {Blob}, which the journal does not know")]
    private partial void LogOrphanDeleted(BlobKey blob);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Orphaned uploads could not be looked for; the next start tries again")]
    private partial void LogSweepFailed(Exception e);
}
