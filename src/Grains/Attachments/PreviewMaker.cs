using Grainline.Blobs;
using Grainline.Blobs.Sniffing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grainline.Attachments;

/// <summary>Pictures for images that came without one: e-mail has no browser that would make it. Without one an image is shown by its name, so a failure is not worth more than a line in the log.</summary>
internal sealed partial class PreviewMaker(IBlobStore blobs, IOptions<AttachmentOptions> options, ILogger<PreviewMaker> logger)
{
    public bool IsOn => options.Value.PreviewCommand is not null;

    public bool Makes(string contentType) => IsOn && contentType.StartsWith("image/", StringComparison.Ordinal);

    public async Task<(int Width, int Height)?> Make(BlobKey blob, Func<Task<Stream>> open, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(options.Value.PreviewTimeout);
        await using var image = await open();
        var run = await OutsideProgram.Run(options.Value.PreviewCommand!, image, Limits.PreviewBytes, time.Token);
        if (run.ExitCode != 0 || PictureSize.Of(run.Output) is not { Width: > 0 and <= Limits.PreviewPixels, Height: > 0 and <= Limits.PreviewPixels } size)
        {
            LogNoPreview(blob, run.Failure ?? $"the program ended with {run.ExitCode} and {run.Output.Length} bytes");
            return null;
        }

        await blobs.PutPreviewAsync(blob, run.Output, cancellation);
        return size;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No preview of attachment {Attachment}: {Failure}")]
    private partial void LogNoPreview(BlobKey attachment, string failure);
}
