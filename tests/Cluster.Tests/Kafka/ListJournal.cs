using System.Text;
using Grainline.Journal;

namespace Grainline.Cluster.Tests.Kafka;

/// <summary>A journal of conversations in memory, with checkpoints that can be made to fail.</summary>
internal sealed class ListJournal : IJournal, ICheckpointStore
{
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _checkpoint;

    /// <summary>The process dies before it stores a checkpoint above this.</summary>
    public long DiesAfter { get; set; } = long.MaxValue;

    public long CommittedPosition
    {
        get
        {
            lock (_lock)
                return _entries.Count;
        }
    }

    public long Checkpoint => Volatile.Read(ref _checkpoint);

    public void Grow(int entries, int streams)
    {
        lock (_lock)
        {
            for (var i = 0; i < entries; i++)
            {
                var stream = $"conversation/acme/c{_entries.Count % streams}";
                _entries.Add(new(
                    _entries.Count + 1, stream, (_entries.Count / streams) + 1, "conversation.message",
                    Encoding.UTF8.GetBytes("""{"clientMessageId":"m","author":{"kind":"Visitor","id":"ada"},"kind":"Text","text":"您好"}"""), DateTimeOffset.UnixEpoch, null));
            }

            _grown.SetResult();
            _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(long position, int limit, CancellationToken cancellationToken = default)
    {
        lock (_lock)
            return new([.. _entries.Skip((int)position).Take(limit)]);
    }

    public Task WaitForGrowthAsync(long position, CancellationToken cancellationToken = default)
    {
        lock (_lock)
            return _entries.Count > position ? Task.CompletedTask : _grown.Task.WaitAsync(cancellationToken);
    }

    public ValueTask<long> ReadAsync(string projection, CancellationToken cancellationToken = default) => new(Checkpoint);

    public async ValueTask WriteAsync(string projection, long position, CancellationToken cancellationToken = default)
    {
        if (position > DiesAfter)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        Volatile.Write(ref _checkpoint, position);
    }

    public ValueTask<StreamHead> OpenAsync(string stream, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<long> AppendAsync(string stream, long epoch, long head, IReadOnlyList<NewEntry> entries, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(string stream, long after, int limit, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<long?> FindClientIdAsync(string stream, string clientId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
