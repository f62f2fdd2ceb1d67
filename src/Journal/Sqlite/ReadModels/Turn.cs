namespace Grainline.Journal.Sqlite.ReadModels;

/// <summary>One connection that serves one caller at a time, in order, opened at its first use.</summary>
internal sealed class Turn(Func<SqliteDatabase> open) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private SqliteDatabase? _database;

    /// <exception cref="JournalException">The file cannot be used.</exception>
    public async ValueTask<T> Take<T>(Func<SqliteDatabase, T> work, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return work(_database ??= open());
        }
        catch (SqliteException e)
        {
            throw e.Translate();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _database?.Dispose();
        _one.Dispose();
    }
}
