using Grainline.Blobs;
using Microsoft.Extensions.Options;

namespace Grainline.Attachments;

/// <summary>Everything that looks at a whole file: first whoever may refuse it, then whoever makes a picture of it.</summary>
internal sealed class AttachmentCheck(IEnumerable<IAttachmentScanner> scanners, PreviewMaker previews, IBlobStore blobs, IOptions<AttachmentOptions> options)
{
    private readonly IAttachmentScanner[] _scanners = [.. scanners.Where(s => s.IsOn)];

    /// <summary>Whether anything looks at any file.</summary>
    public bool Any => _scanners.Length > 0 || previews.IsOn;

    /// <summary>Whether anything looks at files of this type.</summary>
    public bool Looks(string contentType) => _scanners.Length > 0 || previews.Makes(contentType);

    public async Task<CheckVerdict> Look(BlobKey blob, string contentType, long bytes, bool hasPreview, CancellationToken cancellation)
    {
        foreach (var scanner in _scanners)
        {
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            time.CancelAfter(options.Value.ScanTimeout);
            var scanned = await scanner.Scan(() => Open(blob, bytes, time.Token), time.Token);
            if (scanned.Failure is not null || scanned.Harm is not null)
                return new(scanned.Failure, scanned.Harm, null);
        }

        return new(null, null, hasPreview || !previews.Makes(contentType) ? null : await previews.Make(blob, () => Open(blob, bytes, cancellation), cancellation));
    }

    private async Task<Stream> Open(BlobKey blob, long bytes, CancellationToken cancellation) =>
        await blobs.OpenAsync(blob, 0, bytes, cancellation) ?? throw new InvalidDataException($"The bytes of attachment {blob} are gone.");
}

/// <param name="Failure">Nobody can tell yet; ask again.</param>
/// <param name="Harm">What was found.</param>
internal sealed record CheckVerdict(string? Failure, string? Harm, (int Width, int Height)? Preview);
