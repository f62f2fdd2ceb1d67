using Microsoft.Extensions.Options;

namespace Grainline.Attachments;

/// <summary>A program of the operator's, such as <c>clamdscan --stdout -</c>.</summary>
internal sealed class CommandScanner(IOptions<AttachmentOptions> options) : IAttachmentScanner
{
    public string Name => "command";

    public bool IsOn => options.Value.ScanCommand is not null;

    public async Task<ScanVerdict> Scan(Func<Task<Stream>> open, CancellationToken cancellation)
    {
        await using var file = await open();
        var run = await OutsideProgram.Run(options.Value.ScanCommand!, file, 0, cancellation);
        return run.ExitCode switch
        {
            0 => ScanVerdict.Clean,
            1 => new(null, "A scanner found harm in it."),
            _ => new(run.Failure ?? $"the program ended with {run.ExitCode}", null),
        };
    }
}
