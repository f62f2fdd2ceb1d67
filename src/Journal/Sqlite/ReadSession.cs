namespace Grainline.Journal.Sqlite;

/// <summary>A reading connection with its prepared statements. Statements are short and leave no read lock behind.</summary>
internal sealed class ReadSession(SqliteDatabase database) : IDisposable
{
    private const string Columns = "position, stream_id, seq, type, payload, at, client_id";

    private readonly SqliteStatement _stream = database.Prepare(
        $"SELECT {Columns} FROM stream_entry WHERE stream_id = (SELECT id FROM stream WHERE name = ?1) AND seq > ?2 ORDER BY seq LIMIT ?3");

    private readonly SqliteStatement _all = database.Prepare(
        $"SELECT {Columns}, (SELECT name FROM stream WHERE id = stream_id) FROM entry WHERE position > ?1 ORDER BY position LIMIT ?2");

    private readonly SqliteStatement _folded = database.Prepare("SELECT id, folded FROM stream WHERE name = ?1");
    private readonly SqliteStatement _known = database.Prepare("SELECT seq FROM known_client_id WHERE stream_id = ?1 AND hash = ?2");
    private readonly SqliteStatement _isIt = database.Prepare("SELECT seq FROM stream_entry WHERE stream_id = ?1 AND seq = ?2 AND client_id = ?3");
    private readonly SqliteStatement _young = database.Prepare("SELECT seq FROM stream_entry WHERE stream_id = ?1 AND seq > ?2 AND client_id = ?3");
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

    /// <summary>Up to the seq that is read first, ids are known by hash; above it the entries are looked through, filed meanwhile or not.</summary>
    public long? ClientId(string stream, string clientId)
    {
        if (Rows(_folded.Bind(1, stream), rows => rows.Step() ? (Id: rows.Int64(0), Upto: rows.Int64(1)) : default) is not { Id: > 0 } folded) return null;
        foreach (var seq in Rows(_known.Bind(1, folded.Id).Bind(2, ClientIdHash.Of(clientId)), Numbers))
        {
            if (Rows(_isIt.Bind(1, folded.Id).Bind(2, seq).Bind(3, clientId), Numbers).Count > 0) return seq;
        }
        return Rows(_young.Bind(1, folded.Id).Bind(2, folded.Upto).Bind(3, clientId), rows => rows.Step() ? rows.Int64(0) : (long?)null);
    }

    public StoredState? State(string kind, string key) =>
        Rows(_state.Bind(1, kind).Bind(2, key), rows => rows.Step() ? new StoredState(rows.Blob(0), StateTable.ETag(rows.Int64(1))) : null);

    public long Checkpoint(string projection) =>
        Rows(_checkpoint.Bind(1, projection), rows => rows.Step() ? rows.Int64(0) : 0);

    public void Dispose()
    {
        _stream.Dispose();
        _all.Dispose();
        _folded.Dispose();
        _known.Dispose();
        _isIt.Dispose();
        _young.Dispose();
        _state.Dispose();
        _checkpoint.Dispose();
        database.Dispose();
    }

    private static JournalEntry Entry(SqliteStatement row, string stream) => new(
        row.Int64(0), stream, row.Int64(2), row.Text(3), row.Blob(4),
        DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(5)), row.IsNull(6) ? null : row.Text(6));

    private static List<long> Numbers(SqliteStatement rows)
    {
        var numbers = new List<long>();
        while (rows.Step()) numbers.Add(rows.Int64(0));
        return numbers;
    }

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
