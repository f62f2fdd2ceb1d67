using System.Runtime.InteropServices;
using SQLitePCL;

namespace Grainline.Journal.Sqlite;

/// <summary>
/// Which client ids a stream holds, exactly. An index over them would dirty a page of its own for every entry and double its cost; so the
/// youngest entries' ids are kept as hashes in memory, and every <see cref="FoldAfter"/> entries of a stream they are filed in one go, as
/// neighbours, into the table <c>known_client_id</c>; a shorter hash of each stays in memory, so that a new id costs no look-up there. What the
/// memory loses is read again. A hash only finds candidates: the entry itself decides.
/// </summary>
internal sealed class ClientIdTable(SqliteDatabase database) : IDisposable
{
    public const int FoldAfter = 128;

    private readonly SqliteStatement _tail = database.Prepare("SELECT seq, client_id FROM stream_entry WHERE stream_id = ?1 AND seq > ?2 ORDER BY seq");
    private readonly SqliteStatement _isIt = database.Prepare("SELECT 1 FROM stream_entry WHERE stream_id = ?1 AND seq = ?2 AND client_id = ?3");
    private readonly SqliteStatement _known = database.Prepare("SELECT seq FROM known_client_id WHERE stream_id = ?1 AND hash = ?2");
    private readonly SqliteStatement _hashes = database.Prepare("SELECT hash FROM known_client_id WHERE stream_id = ?1 ORDER BY hash");
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
            if (IsIt(stream, seq, clientId)) return seq;
        }
        if (stream.Folded == 0 || !Filed(stream).MayHold(hash)) return null;
        foreach (var seq in Numbers(_known.Bind(1, stream.Id).Bind(2, hash)))
        {
            if (IsIt(stream, seq, clientId)) return seq;
        }
        return null;
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
        _known.Dispose();
        _hashes.Dispose();
        _file.Dispose();
        _setFolded.Dispose();
    }

    private bool IsIt(StreamSlot stream, long seq, string clientId) =>
        Numbers(_isIt.Bind(1, stream.Id).Bind(2, seq).Bind(3, clientId)).Count > 0;

    private static List<long> Numbers(SqliteStatement statement)
    {
        var numbers = new List<long>();
        try
        {
            while (statement.Step()) numbers.Add(statement.Int64(0));
        }
        finally
        {
            statement.Reset();
        }
        return numbers;
    }

    private List<long> Tail(StreamSlot stream)
    {
        if (stream.Tail is { } known) return known;
        var tail = new List<long>();
        try
        {
            _tail.Bind(1, stream.Id).Bind(2, stream.Folded);
            while (_tail.Step()) tail.Add(_tail.IsNull(1) ? ClientIdHash.None : ClientIdHash.Of(_tail.Text(1)));
        }
        finally
        {
            _tail.Reset();
        }
        if (stream.Folded + tail.Count != stream.Head)
            throw new SqliteException(raw.SQLITE_CORRUPT, $"stream {stream.Id} has a gap between seq {stream.Folded} and {stream.Head}");
        return stream.Tail = tail;
    }

    private FiledIds Filed(StreamSlot stream) => stream.Filed ??= new FiledIds(Numbers(_hashes.Bind(1, stream.Id)));

    private void Fold(StreamSlot stream)
    {
        var tail = Tail(stream);
        stream.Filed?.Add(tail);
        for (var index = 0; index < tail.Count; index++)
            if (tail[index] != ClientIdHash.None) _file.Bind(1, stream.Id).Bind(2, tail[index]).Bind(3, stream.Folded + index + 1).Run();
        _setFolded.Bind(1, stream.Id).Bind(2, stream.Head).Run();
        stream.Folded = stream.Head;
        tail.Clear();
    }
}
