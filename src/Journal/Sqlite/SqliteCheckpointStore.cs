namespace Grainline.Journal.Sqlite;

internal sealed class SqliteCheckpointStore(SqliteStore store) : ICheckpointStore
{
    public ValueTask<long> ReadAsync(string projection, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(projection);
        return store.Engine.Readers.ReadAsync(projection, static (session, name) => session.Checkpoint(name), cancellationToken);
    }

    public async ValueTask WriteAsync(string projection, long position, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(projection);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        await store.Engine.Queue.EnqueueAsync(new WriteCheckpoint(projection, position), cancellationToken).ConfigureAwait(false);
    }
}
