namespace Grainline.Journal.Sqlite;

/// <summary>Adds entries at the end of the global order.</summary>
internal sealed class EntryTable(SqliteDatabase database) : IDisposable
{
    private readonly SqliteStatement _insert = database.Prepare(
        "INSERT INTO entry (position, stream_id, seq, at, type, client_id, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly SqliteStatement _findClientId = database.Prepare("SELECT seq FROM entry WHERE stream_id = ?1 AND client_id = ?2");
    private readonly SqliteStatement _undo = database.Prepare("DELETE FROM entry WHERE position > ?1");

    /// <summary>The last position, with those that the running transaction has added.</summary>
    public long Position { get; private set; } = LastPosition(database);

    /// <summary>Adds all of the entries and raises the head, or adds none and returns why: the index is the check, so a new client id costs no look-up.</summary>
    public DuplicateClientIdException? Append(StreamSlot stream, IReadOnlyList<NewEntry> entries)
    {
        var position = Position;
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            _insert.Bind(1, position + index + 1).Bind(2, stream.Id).Bind(3, stream.Head + index + 1).Bind(4, entry.At.ToUnixTimeMilliseconds())
                .Bind(5, entry.Type).Bind(6, entry.ClientId).Bind(7, entry.Payload.Span);
            if (_insert.TryRun()) continue;
            var existing = FindClientId(stream, entry.ClientId);
            if (index > 0) _undo.Bind(1, position).Run();
            return new DuplicateClientIdException(stream.Name, entry.ClientId!, existing);
        }
        Position = position + entries.Count;
        stream.Head += entries.Count;
        return null;
    }

    public void Reload() => Position = LastPosition(database);

    public void Dispose()
    {
        _insert.Dispose();
        _findClientId.Dispose();
        _undo.Dispose();
    }

    private static long LastPosition(SqliteDatabase database) => database.Scalar("SELECT max(position) FROM entry");

    private long FindClientId(StreamSlot stream, string? clientId)
    {
        try
        {
            // Without a duplicate it was the second fence, (stream, seq), that refused: what this process remembers is wrong.
            if (clientId is null || !_findClientId.Bind(1, stream.Id).Bind(2, clientId).Step())
                throw new SqliteException(SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE, $"stream {stream.Id} already has an entry after its head {stream.Head}");
            return _findClientId.Int64(0);
        }
        finally
        {
            _findClientId.Reset();
        }
    }
}
