using System.Runtime.InteropServices;
using SQLitePCL;

namespace Grainline.Journal.Sqlite;

/// <summary>
/// Which client ids a stream holds, exactly. An index over them would dirty a page of its own for every entry and double its cost; so the
/// youngest entries' ids are kept as hashes in memory, and every <see cref="FoldAfter"/> entries of a stream they are filed in one go, as
/// neighbours, into the table <c>known_client_id</c>. What the memory loses, at most that many entries are read to find again. A hash only
/// finds candidates: the entry itself decides.
/// </summary>
internal sealed class ClientIdTable(SqliteDatabase database) : IDisposable
{
    public const int FoldAfter = 128;

    private readonly SqliteStatement _tail = database.Prepare("SELECT client_id FROM entry WHERE stream_id = ?1 AND seq > ?2 ORDER BY seq");
    private readonly SqliteStatement _isIt = database.Prepare("SELECT 1 FROM entry WHERE stream_id = ?1 AND seq = ?2 AND client_id = ?3");
    private readonly SqliteStatement _folded = database.Prepare(
        """
        SELECT known.seq FROM known_client_id AS known JOIN entry ON entry.stream_id = known.stream_id AND entry.seq = known.seq
        WHERE known.stream_id = ?1 AND known.hash = ?2 AND entry.client_id = ?3
        """);

    private readonly SqliteStatement _file = database.Prepare("INSERT INTO known_client_id (stream_id, hash, seq) VALUES (?1, ?2, ?3)");
    private readonly SqliteStatement _setFolded = database.Prepare("UPDATE stream SET folded = ?2 WHERE id = ?1");

    /// <summary>The seq of the entry with this client id, or null.</summary>
    public long? Find(StreamSlot stream, string clientId)
    {
        var hash = ClientIdHash.Of(clientId);
        var tail = CollectionsMarshal.AsSpan(Tail(stream));
        for (int start = 0, at; (at = tail[start..].IndexOf(hash)) >= 0; start += at + 1)
        {
            var seq = stream.Folded + start + at + 1;
            if (First(_isIt.Bind(1, stream.Id).Bind(2, seq).Bind(3, clientId)) is not null) return seq;
        }
        return stream.Folded == 0 ? null : First(_folded.Bind(1, stream.Id).Bind(2, hash).Bind(3, clientId));
    }

    /// <summary>Takes note of entries just added to the stream, after its head was raised.</summary>
    public void Added(StreamSlot stream, IReadOnlyList<NewEntry> entries)
    {
        // Not read for the sake of streams without client ids; when it is needed the table tells these entries too.
        if (stream.Tail is { } tail)
        {
            foreach (var entry in entries) tail.Add(entry.ClientId is null ? ClientIdHash.None : ClientIdHash.Of(entry.ClientId));
        }
        if (stream.Head - stream.Folded >= FoldAfter) Fold(stream);
    }

    public void Dispose()
    {
        _tail.Dispose();
        _isIt.Dispose();
        _folded.Dispose();
        _file.Dispose();
        _setFolded.Dispose();
    }

    private static long? First(SqliteStatement statement)
    {
        try
        {
            return statement.Step() ? statement.Int64(0) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    private List<long> Tail(StreamSlot stream)
    {
        if (stream.Tail is { } known) return known;
        var tail = new List<long>();
        try
        {
            _tail.Bind(1, stream.Id).Bind(2, stream.Folded);
            while (_tail.Step()) tail.Add(_tail.IsNull(0) ? ClientIdHash.None : ClientIdHash.Of(_tail.Text(0)));
        }
        finally
        {
            _tail.Reset();
        }
        if (stream.Folded + tail.Count != stream.Head)
            throw new SqliteException(raw.SQLITE_CORRUPT, $"stream {stream.Id} has a gap between seq {stream.Folded} and {stream.Head}");
        return stream.Tail = tail;
    }

    private void Fold(StreamSlot stream)
    {
        var tail = Tail(stream);
        for (var index = 0; index < tail.Count; index++)
            if (tail[index] != ClientIdHash.None) _file.Bind(1, stream.Id).Bind(2, tail[index]).Bind(3, stream.Folded + index + 1).Run();
        _setFolded.Bind(1, stream.Id).Bind(2, stream.Head).Run();
        stream.Folded = stream.Head;
        tail.Clear();
    }
}
