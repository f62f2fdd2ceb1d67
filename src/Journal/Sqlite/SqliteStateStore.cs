namespace Grainline.Journal.Sqlite;

internal sealed class SqliteStateStore(SqliteStore store, SqliteJournalOptions options) : IStateStore
{
    public ValueTask<StoredState?> ReadAsync(string kind, string key, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(kind);
        JournalArguments.Name(key);
        return store.Engine.Readers.ReadAsync((kind, key), static (session, id) => session.State(id.kind, id.key), cancellationToken);
    }

    public ValueTask<string> WriteAsync(
        string kind, string key, ReadOnlyMemory<byte> payload, string? expectedETag, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(kind);
        JournalArguments.Name(key);
        if (payload.Length > options.MaxStateBytes)
            throw new ArgumentException($"A state has at most {options.MaxStateBytes} bytes, not {payload.Length}.", nameof(payload));
        return store.Engine.Queue.EnqueueAsync(WriteState.Of(kind, key, payload, expectedETag), cancellationToken);
    }

    public async ValueTask ClearAsync(string kind, string key, string? expectedETag, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(kind);
        JournalArguments.Name(key);
        await store.Engine.Queue.EnqueueAsync(new ClearState(kind, key, expectedETag), cancellationToken).ConfigureAwait(false);
    }
}
