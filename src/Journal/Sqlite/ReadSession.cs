namespace Grainline.Journal.Sqlite;

/// <summary>A reading connection with its prepared statements. Every method is one short statement and leaves no read lock behind.</summary>
internal sealed class ReadSession(SqliteDatabase database) : IDisposable
{
    private const string Columns = "position, stream_id, seq, type, payload, at, client_id";

    private readonly SqliteStatement _stream = database.Prepare(
        $"SELECT {Columns} FROM entry WHERE stream_id = (SELECT id FROM stream WHERE name = ?1) AND seq > ?2 ORDER BY seq LIMIT ?3");

    private readonly SqliteStatement _all = database.Prepare(
        $"SELECT {Columns}, (SELECT name FROM stream WHERE id = stream_id) FROM entry WHERE position > ?1 ORDER BY position LIMIT ?2");

    private readonly SqliteStatement _clientId = database.Prepare(
        """
        SELECT entry.seq FROM stream JOIN known_client_id AS known ON known.stream_id = stream.id AND known.hash = ?3
        JOIN entry ON entry.stream_id = stream.id AND entry.seq = known.seq WHERE stream.name = ?1 AND entry.client_id = ?2
        UNION ALL
        SELECT entry.seq FROM stream JOIN entry ON entry.stream_id = stream.id AND entry.seq > stream.folded
        WHERE stream.name = ?1 AND entry.client_id = ?2
        """);

    private readonly SqliteStatement _state = database.Prepare("SELECT payload, version FROM state WHERE kind = ?1 AND key = ?2");
    private readonly SqliteStatement _checkpoint = database.Prepare("SELECT position FROM checkpoint WHERE projection = ?1");

    public List<JournalEntry> Stream(string stream, long after, int limit) =>
        Rows(_stream.Bind(1, stream).Bind(2, after).Bind(3, limit), rows =>
        {
            var entries = new List<JournalEntry>();
            while (rows.Step()) entries.Add(Entry(rows, stream));
            return entries;
        });

    public List<JournalEntry> All(long position, int limit) =>
        Rows(_all.Bind(1, position).Bind(2, limit), rows =>
        {
            var entries = new List<JournalEntry>();
            var names = new Dictionary<long, string>();
            while (rows.Step())
            {
                var id = rows.Int64(1);
                if (!names.TryGetValue(id, out var name)) names.Add(id, name = rows.Text(7));
                entries.Add(Entry(rows, name));
            }
            return entries;
        });

    public long? ClientId(string stream, string clientId) =>
        Rows(_clientId.Bind(1, stream).Bind(2, clientId).Bind(3, ClientIdHash.Of(clientId)), rows => rows.Step() ? rows.Int64(0) : (long?)null);

    public StoredState? State(string kind, string key) =>
        Rows(_state.Bind(1, kind).Bind(2, key), rows => rows.Step() ? new StoredState(rows.Blob(0), StateTable.ETag(rows.Int64(1))) : null);

    public long Checkpoint(string projection) =>
        Rows(_checkpoint.Bind(1, projection), rows => rows.Step() ? rows.Int64(0) : 0);

    public void Dispose()
    {
        _stream.Dispose();
        _all.Dispose();
        _clientId.Dispose();
        _state.Dispose();
        _checkpoint.Dispose();
        database.Dispose();
    }

    private static JournalEntry Entry(SqliteStatement row, string stream) => new(
        row.Int64(0), stream, row.Int64(2), row.Text(3), row.Blob(4),
        DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(5)), row.IsNull(6) ? null : row.Text(6));

    private static TResult Rows<TResult>(SqliteStatement statement, Func<SqliteStatement, TResult> read)
    {
        try
        {
            return read(statement);
        }
        finally
        {
            statement.Reset();
        }
    }
}
