namespace Grainline.Journal.Sqlite;

internal sealed class SqliteJournal(SqliteStore store, SqliteJournalOptions options) : IJournal
{
    public long CommittedPosition => store.Engine.Growth.Position;

    public ValueTask<StreamHead> OpenAsync(string stream, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(stream);
        return store.Engine.Queue.EnqueueAsync(OpenStream.Of(stream), cancellationToken);
    }

    public ValueTask<long> AppendAsync(
        string stream, long epoch, long head, IReadOnlyList<NewEntry> entries, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(stream);
        var bytes = JournalArguments.Entries(entries, options.MaxEntryBytes);
        return store.Engine.Queue.EnqueueAsync(AppendEntries.Of(stream, epoch, head, entries, bytes), cancellationToken);
    }

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(
        string stream, long after, int limit, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(stream);
        JournalArguments.Page(after, limit);
        return await store.Engine.Readers.ReadAsync(
            (stream, after, limit), static (session, page) => session.Stream(page.stream, page.after, page.limit), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<long?> FindClientIdAsync(string stream, string clientId, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(stream);
        JournalArguments.Name(clientId);
        return store.Engine.Readers.ReadAsync(
            (stream, clientId), static (session, key) => session.ClientId(key.stream, key.clientId), cancellationToken);
    }

    // Positions are given out by the one writer, and a reader sees whole commits only, in their order: there is nothing to hold back.
    public async ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(long position, int limit, CancellationToken cancellationToken = default)
    {
        JournalArguments.Page(position, limit);
        var engine = store.Engine;
        if (!engine.Newest.TryRead(position, limit, engine.Growth.Position, out var entries))
        {
            entries = await engine.Readers.ReadAsync(
                (position, limit), static (session, page) => session.All(page.position, page.limit), cancellationToken).ConfigureAwait(false);
        }
        if (entries is [.., var last]) engine.Newest.Passed(position, last.Position);
        return entries;
    }

    public Task WaitForGrowthAsync(long position, CancellationToken cancellationToken = default) =>
        store.Engine.Growth.WaitAsync(position, cancellationToken);
}
