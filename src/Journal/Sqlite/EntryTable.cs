namespace Grainline.Journal.Sqlite;

/// <summary>Adds entries at the end of the global order.</summary>
internal sealed class EntryTable(SqliteDatabase database) : IDisposable
{
    private readonly SqliteStatement _insert = database.Prepare(
        "INSERT INTO entry (position, stream_id, seq, at, type, client_id, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly ClientIdTable _clientIds = new(database);

    /// <summary>The last position, with those that the running transaction has added.</summary>
    public long Position { get; private set; } = LastPosition(database);

    /// <summary>Adds all of the entries and raises the head, or adds none and returns why.</summary>
    public DuplicateClientIdException? Append(StreamSlot stream, IReadOnlyList<NewEntry> entries)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            if (entries[index].ClientId is { } clientId && _clientIds.Find(stream, clientId) is { } seq)
                return new DuplicateClientIdException(stream.Name, clientId, seq);
        }
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            _insert.Bind(1, ++Position).Bind(2, stream.Id).Bind(3, ++stream.Head).Bind(4, entry.At.ToUnixTimeMilliseconds())
                .Bind(5, entry.Type).Bind(6, entry.ClientId).Bind(7, entry.Payload.Span).Run();
        }
        _clientIds.Added(stream, entries);
        return null;
    }

    public void Reload() => Position = LastPosition(database);

    public void Dispose()
    {
        _insert.Dispose();
        _clientIds.Dispose();
    }

    private static long LastPosition(SqliteDatabase database) => database.Scalar("SELECT max(position) FROM entry");
}
