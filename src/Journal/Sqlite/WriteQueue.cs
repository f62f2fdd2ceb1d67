using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Grainline.Journal.Sqlite;

/// <summary>
/// The bounded waiting line before the writer. First come, first served, also among those who wait for room in it. The writer is called by way of the
/// thread pool's own line: on an idle machine that is at once, on a busy one after the work that is about to write as well, so groups grow with the load.
/// </summary>
internal sealed class WriteQueue(SqliteJournalOptions options, TimeProvider time) : IThreadPoolWorkItem
{
    // A message takes several turns in the pool before it is a write: so often the writer lets others go first.
    private const int LapsBeforeCall = 4;

    private readonly Channel<WriteOperation> _line = Channel.CreateBounded<WriteOperation>(
        new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly ManualResetEventSlim _wake = new(false, spinCount: 0);
    private volatile bool _isClosed;
    private int _isCalled;
    private int _laps;

    /// <exception cref="JournalFullException">There was no room for the whole of the patience.</exception>
    /// <exception cref="JournalUnavailableException">The journal is closing.</exception>
    public ValueTask<TResult> EnqueueAsync<TResult>(WriteOperation<TResult> operation, CancellationToken cancellationToken)
    {
        operation.Cancellation = cancellationToken;
        // Taken before the operation is handed over: afterwards it may be finished and reused at any moment.
        var outcome = operation.Outcome;
        if (!_line.Writer.TryWrite(operation)) return EnqueueWhenRoomAsync(operation, outcome, cancellationToken);
        Wake();
        return outcome;
    }

    public bool TryTake([MaybeNullWhen(false)] out WriteOperation operation)
    {
        if (!_line.Reader.TryRead(out operation)) return false;
        JournalMetrics.Waiting.Add(-1);
        return true;
    }

    /// <summary>Blocks the writer's thread until there is work and it is its turn; false when the line is closed and empty.</summary>
    public bool WaitForWork()
    {
        do
        {
            if (_isClosed) return _line.Reader.Count > 0;
            _wake.Reset();
            // Looked at after this, with a full fence: whoever came before it has not called us.
            Interlocked.Exchange(ref _isCalled, 0);
            if (_line.Reader.Count > 0) Call();
            if (!_isClosed) _wake.Wait();
        }
        while (_line.Reader.Count == 0);
        return true;
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (_laps++ < LapsBeforeCall && ThreadPool.PendingWorkItemCount > 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }
        _wake.Set();
    }

    /// <summary>No further operation is taken in; those in line are still served.</summary>
    public void Close()
    {
        _line.Writer.TryComplete();
        _isClosed = true;
        _wake.Set();
    }

    private async ValueTask<TResult> EnqueueWhenRoomAsync<TResult>(
        WriteOperation<TResult> operation, ValueTask<TResult> outcome, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.QueueTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await _line.Writer.WriteAsync(operation, either.Token).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            operation.Release();
            throw new JournalUnavailableException("The journal is closed or closing.", closed);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            operation.Release();
            throw new JournalFullException($"{options.QueueCapacity} writes are waiting and none was finished within {options.QueueTimeout}.");
        }
        Wake();
        return await outcome.ConfigureAwait(false);
    }

    private void Wake()
    {
        JournalMetrics.Waiting.Add(1);
        // The fence keeps this look behind the write to the line, as the writer's reset is kept before its last look.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _isCalled) == 0) Call();
    }

    private void Call()
    {
        if (Interlocked.Exchange(ref _isCalled, 1) != 0) return;
        _laps = 0;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
