using Grainline.Journal;

namespace Grainline.Benchmarks;

/// <summary>A grain's stream, as the journal sees it: an entry of 200 bytes with a client id at a time.</summary>
internal sealed class StreamOfEntries(IJournal journal, string stream, StreamHead opened)
{
    private const int AtATime = 7;

    private readonly byte[] _payload = new byte[200];
    private long _head = opened.Head;

    public static async Task<StreamOfEntries> Open(IJournal journal, string stream) => new(journal, stream, await journal.OpenAsync(stream));

    public async Task<int> Append(CancellationToken stop)
    {
        for (var entry = 0; entry < AtATime; entry++)
        {
            if (stop.IsCancellationRequested)
                return entry;
            _head = await journal.AppendAsync(stream, opened.Epoch, _head, [new NewEntry("Noted", _payload, TimeProvider.System.GetUtcNow(), $"{_head}")], CancellationToken.None);
        }
        return AtATime;
    }
}
