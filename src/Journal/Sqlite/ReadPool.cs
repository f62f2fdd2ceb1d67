using System.Collections.Concurrent;

namespace Grainline.Journal.Sqlite;

/// <summary>A few reading connections. Callers wait for a free one without a thread; the read itself runs on the caller's thread, briefly.</summary>
internal sealed class ReadPool(string path, SqliteJournalOptions options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.ReadConnections);
    private readonly ConcurrentStack<ReadSession> _idle = new();
    private volatile TaskCompletionSource? _pause;
    private volatile bool _isClosed;

    public async ValueTask<TResult> ReadAsync<TArguments, TResult>(
        TArguments arguments, Func<ReadSession, TArguments, TResult> read, CancellationToken cancellationToken)
    {
        while (_pause is { } pause) await pause.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isClosed) throw new JournalUnavailableException("The journal is closed.");
            return Read(arguments, read);
        }
        catch (SqliteException failure)
        {
            throw failure.Translate();
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>
    /// Runs the action while nobody reads: new reads are held back first, so those that run, which are short, are soon over. Without
    /// this, readers that overlap each other would for ever keep the log from starting afresh.
    /// </summary>
    public void WhileNobodyReads(Action action)
    {
        _pause = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var connection = 0; connection < options.ReadConnections; connection++) _free.Wait();
        try
        {
            action();
        }
        finally
        {
            _free.Release(options.ReadConnections);
            Interlocked.Exchange(ref _pause, null)?.SetResult();
        }
    }

    /// <summary>Waits for the running reads and closes their connections; those that come later are refused.</summary>
    public void Dispose() => WhileNobodyReads(() =>
    {
        _isClosed = true;
        while (_idle.TryPop(out var session)) session.Dispose();
    });

    private TResult Read<TArguments, TResult>(TArguments arguments, Func<ReadSession, TArguments, TResult> read)
    {
        // The most recently used one first: its page cache is the warmest.
        if (!_idle.TryPop(out var session)) session = new ReadSession(SqliteDatabase.OpenReader(path, options.BusyTimeout));
        try
        {
            var result = read(session, arguments);
            _idle.Push(session);
            session = null;
            return result;
        }
        finally
        {
            // After a failure the connection is not trusted again.
            session?.Dispose();
        }
    }
}
