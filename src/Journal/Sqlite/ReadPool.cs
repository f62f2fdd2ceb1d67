using System.Collections.Concurrent;

namespace Grainline.Journal.Sqlite;

/// <summary>A few reading connections. Callers wait for a free one without a thread; the read itself runs on the caller's thread, briefly.</summary>
internal sealed class ReadPool(string path, SqliteJournalOptions options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.ReadConnections);
    private readonly ConcurrentStack<ReadSession> _idle = new();
    private volatile bool _isClosed;

    public async ValueTask<TResult> ReadAsync<TArguments, TResult>(
        TArguments arguments, Func<ReadSession, TArguments, TResult> read, CancellationToken cancellationToken)
    {
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

    /// <summary>Waits for the running reads and closes their connections; those that come later are refused.</summary>
    public void Dispose()
    {
        _isClosed = true;
        for (var connection = 0; connection < options.ReadConnections; connection++) _free.Wait();
        while (_idle.TryPop(out var session)) session.Dispose();
        _free.Release(options.ReadConnections);
    }

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
