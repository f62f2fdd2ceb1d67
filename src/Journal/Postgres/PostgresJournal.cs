using Grainline.Journal.Postgres.Writing;
using Npgsql;

namespace Grainline.Journal.Postgres;

internal sealed class PostgresJournal(PostgresStore store, PostgresOptions options, PostgresReads reads) : IJournal
{
    private const string Columns = "entry.position, stream.name, entry.seq, entry.type, entry.payload, entry.at, entry.client_id";

    private const string Stream =
        $"SELECT {Columns} FROM entry JOIN stream ON stream.id = entry.stream_id WHERE entry.stream_id = (SELECT id FROM stream WHERE name = $1) AND entry.seq > $2 ORDER BY entry.seq LIMIT $3";

    // The page is cut before names are looked up.
    private const string All =
        $"""
        SELECT {Columns} FROM (SELECT * FROM entry WHERE position > $1 AND position < (SELECT decided_position()) ORDER BY position LIMIT $2) AS entry
        JOIN stream ON stream.id = entry.stream_id ORDER BY entry.position
        """;

    private const string ClientId = "SELECT seq FROM entry WHERE stream_id = (SELECT id FROM stream WHERE name = $1) AND client_id = $2";

    public long CommittedPosition => store.Engine.Growth.Position;

    public ValueTask<StreamHead> OpenAsync(string stream, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(stream);
        return store.Engine.WriterOf(stream).EnqueueAsync(new PendingOpen(stream, cancellationToken));
    }

    public ValueTask<long> AppendAsync(
        string stream, long epoch, long head, IReadOnlyList<NewEntry> entries, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(stream);
        var bytes = JournalArguments.Entries(entries, options.MaxEntryBytes);
        return store.Engine.WriterOf(stream).EnqueueAsync(new PendingAppend(stream, epoch, head, entries, bytes, cancellationToken));
    }

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(string stream, long after, int limit, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(stream);
        JournalArguments.Page(after, limit);
        return await reads.QueryAsync(
            Stream, [new NpgsqlParameter<string> { TypedValue = stream }, new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<int> { TypedValue = limit }],
            EntriesAsync, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<long?> FindClientIdAsync(string stream, string clientId, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(stream);
        JournalArguments.Name(clientId);
        return await reads.ScalarAsync<long>(
            ClientId, [new NpgsqlParameter<string> { TypedValue = stream }, new NpgsqlParameter<string> { TypedValue = clientId }], cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(long position, int limit, CancellationToken cancellationToken = default)
    {
        JournalArguments.Page(position, limit);
        var page = await reads.QueryAsync(
            All, [new NpgsqlParameter<long> { TypedValue = position }, new NpgsqlParameter<int> { TypedValue = limit }], EntriesAsync, cancellationToken).ConfigureAwait(false);
        if (page.Count > 0) store.Engine.Growth.Read(page[^1].Position);
        return page;
    }

    public Task WaitForGrowthAsync(long position, CancellationToken cancellationToken = default) => store.Engine.Growth.WaitAsync(position, cancellationToken);

    private static async ValueTask<List<JournalEntry>> EntriesAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var entries = new List<JournalEntry>();
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            entries.Add(new(
                rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), rows.GetString(3), rows.GetFieldValue<byte[]>(4), rows.GetFieldValue<DateTimeOffset>(5),
                rows.IsDBNull(6) ? null : rows.GetString(6)));
        }
        return entries;
    }
}
