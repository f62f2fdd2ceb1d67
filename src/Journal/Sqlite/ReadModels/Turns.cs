using System.Collections.Concurrent;

namespace Grainline.Journal.Sqlite.ReadModels;

/// <summary>A few connections, each of which serves one caller at a time, opened at their first use. Callers wait for a free one in order.</summary>
internal sealed class Turns(int count, Func<SqliteDatabase> open) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count, count);
    private readonly ConcurrentStack<SqliteDatabase> _idle = new();

    /// <exception cref="JournalException">The file cannot be used.</exception>
    public async ValueTask<T> Take<T>(Func<SqliteDatabase, T> work, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The most recently used one first: its page cache is the warmest.
            if (!_idle.TryPop(out var database))
                database = open();
            try
            {
                return work(database);
            }
            finally
            {
                _idle.Push(database);
            }
        }
        catch (SqliteException e)
        {
            throw e.Translate();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var database))
            database.Dispose();
        _free.Dispose();
    }
}
