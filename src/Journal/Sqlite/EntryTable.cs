namespace Grainline.Journal.Sqlite;

/// <summary>
/// Adds entries at the end of the global order. Where a stream's entries are is a page of its own for nearly every stream; so that is filed later, for
/// many entries at once, sorted: the busier the journal, the more of them. A read by stream looks through those that are not filed.
/// </summary>
internal sealed class EntryTable(SqliteDatabase database, NewestEntries newest) : IDisposable
{
    /// <summary>After so many groups all entries are filed.</summary>
    public const int FileAfterGroups = 64;

    /// <summary>After so many entries they are filed at the latest.</summary>
    public const int FileAfter = 2048;

    private readonly SqliteStatement _file = database.Prepare(
        """
        INSERT INTO entry_at (stream_id, seq, position)
        SELECT stream_id, seq, position FROM entry WHERE position > (SELECT position FROM filed) ORDER BY stream_id, seq
        """);

    private readonly SqliteStatement _setFiled = database.Prepare("UPDATE filed SET position = ?1");
    private readonly SqliteStatement _insert = database.Prepare(
        "INSERT INTO entry (position, stream_id, seq, at, type, client_id, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly ClientIdTable _clientIds = new(database);
    private long _filed = LastFiled(database);
    private int _groups;

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
            newest.Add(new(Position, stream.Name, stream.Head, entry.Type, entry.Payload, DateTimeOffset.FromUnixTimeMilliseconds(entry.At.ToUnixTimeMilliseconds()), entry.ClientId));
        }
        _clientIds.Added(stream, entries);
        return null;
    }

    /// <summary>At the end of each group, in its transaction.</summary>
    public void FileWhenDue()
    {
        var waiting = Position - _filed;
        if (waiting == 0 || (++_groups < FileAfterGroups && waiting < FileAfter)) return;
        _file.Run();
        _setFiled.Bind(1, Position).Run();
        _filed = Position;
        _groups = 0;
    }

    public void Reload() => (Position, _filed) = (LastPosition(database), LastFiled(database));

    public void Dispose()
    {
        _file.Dispose();
        _setFiled.Dispose();
        _insert.Dispose();
        _clientIds.Dispose();
    }

    private static long LastPosition(SqliteDatabase database) => database.Scalar("SELECT max(position) FROM entry");

    private static long LastFiled(SqliteDatabase database) => database.Scalar("SELECT position FROM filed");
}
