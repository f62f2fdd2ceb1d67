namespace Grainline.Journal.Postgres.Writing;

/// <summary>What goes to the database in one transaction: of a stream either one opening or one chain of appends. Whatever comes after that for the same stream waits for the next group, so calls execute in their order.</summary>
internal sealed class WriteGroup(int maxEntries, long maxBytes)
{
    private readonly Dictionary<string, AppendChain?> _chains = new(StringComparer.Ordinal);
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);
    private readonly List<PendingOpen> _opens = [];
    private int _entries;
    private long _bytes;

    public IReadOnlyList<PendingOpen> Opens => _opens;

    public IReadOnlyList<AppendChain> Chains => [.. _chains.Values.OfType<AppendChain>()];

    public bool IsEmpty => _entries == 0;

    public bool IsFull => _entries >= maxEntries || _bytes >= maxBytes;

    public IEnumerable<PendingWrite> Writes => _opens.Concat<PendingWrite>(Chains.SelectMany(chain => chain.Appends));

    /// <summary>False when it must wait for the next group, and with it everything of its stream that comes later.</summary>
    public bool TryAdd(PendingWrite write)
    {
        if (_closed.Contains(write.Stream) || _entries + write.Weight > JournalArguments.MaxAppend || !TryPlace(write))
        {
            _closed.Add(write.Stream);
            return false;
        }
        _entries += write.Weight;
        _bytes += write.Bytes;
        return true;
    }

    private bool TryPlace(PendingWrite write)
    {
        if (_chains.TryGetValue(write.Stream, out var chain)) return chain is not null && write is PendingAppend next && chain.TryAdd(next);
        _chains.Add(write.Stream, write is PendingAppend first ? new(first) : null);
        if (write is PendingOpen open) _opens.Add(open);
        return true;
    }
}
