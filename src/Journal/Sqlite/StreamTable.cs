namespace Grainline.Journal.Sqlite;

/// <summary>Ids, epochs and heads of streams: the recently used ones in memory, all of them in the file.</summary>
internal sealed class StreamTable(SqliteDatabase database, int cachedStreams) : IDisposable
{
    private readonly TwoGenerationCache<string, StreamSlot> _cache = new(cachedStreams, StringComparer.Ordinal);
    private readonly SqliteStatement _select = database.Prepare(
        """
        SELECT id, epoch, max(coalesce((SELECT max(seq) FROM entry_at WHERE stream_id = stream.id), 0), coalesce((
          SELECT max(seq) FROM entry WHERE position > (SELECT position FROM filed) AND stream_id = stream.id), 0)), folded FROM stream WHERE name = ?1
        """);

    private readonly SqliteStatement _insert = database.Prepare("INSERT INTO stream (id, name, epoch, folded) VALUES (?1, ?2, 1, 0)");
    private readonly SqliteStatement _update = database.Prepare("UPDATE stream SET epoch = ?2 WHERE id = ?1");
    private long _lastId = database.Scalar("SELECT max(id) FROM stream");

    public StreamSlot? Find(string name)
    {
        if (_cache.TryGet(name, out var slot)) return slot;
        try
        {
            if (!_select.Bind(1, name).Step()) return null;
            slot = new StreamSlot(_select.Int64(0), name, _select.Int64(1), _select.Int64(2), _select.Int64(3));
        }
        finally
        {
            _select.Reset();
        }
        _cache.Add(name, slot);
        return slot;
    }

    public StreamHead Open(string name)
    {
        var slot = Find(name);
        if (slot is null)
        {
            _insert.Bind(1, _lastId + 1).Bind(2, name).Run();
            slot = new StreamSlot(++_lastId, name, epoch: 1, head: 0, folded: 0);
            _cache.Add(name, slot);
        }
        else
        {
            _update.Bind(1, slot.Id).Bind(2, slot.Epoch + 1).Run();
            slot.Epoch++;
        }
        return new StreamHead(slot.Epoch, slot.Head);
    }

    /// <summary>Forgets what a lost transaction may have changed.</summary>
    public void Reload()
    {
        _cache.Clear();
        _lastId = database.Scalar("SELECT max(id) FROM stream");
    }

    public void Dispose()
    {
        _select.Dispose();
        _insert.Dispose();
        _update.Dispose();
    }
}
