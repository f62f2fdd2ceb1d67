using Grainline.Attachments;

namespace Grainline.Tests.Attachments;

/// <summary>Says what the test wants of every file.</summary>
internal sealed class FakeScanner : IAttachmentScanner
{
    private int _asked;

    public ScanVerdict Verdict { get; set; }

    public int Asked => Volatile.Read(ref _asked);

    public string? Seen { get; private set; }

    public string Name => "fake";

    public bool IsOn => true;

    public async Task<ScanVerdict> Scan(Func<Task<Stream>> open, CancellationToken cancellation)
    {
        using var reader = new StreamReader(await open());
        Seen = await reader.ReadToEndAsync(cancellation);
        Interlocked.Increment(ref _asked);
        return Verdict;
    }
}
