namespace Grainline.Journal.Postgres.Writing;

/// <summary>Pipelined appends of one stream, each of which begins where the one before it ends: to the database they are one append.</summary>
internal sealed class AppendChain
{
    private readonly List<PendingAppend> _appends = [];
    private HashSet<string>? _clientIds;

    public AppendChain(PendingAppend first) => _appends.Add(first);

    public string Stream => _appends[0].Stream;

    public long Epoch => _appends[0].Epoch;

    public long Head => _appends[0].Head;

    public int Count => (int)(End - Head);

    public IReadOnlyList<PendingAppend> Appends => _appends;

    public IEnumerable<NewEntry> Entries => _appends.SelectMany(append => append.Entries);

    private long End => _appends[^1].Head + _appends[^1].Entries.Count;

    /// <summary>False when it does not belong to the chain: it would be refused, or has to be decided by itself.</summary>
    public bool TryAdd(PendingAppend append)
    {
        if (append.Epoch != Epoch || append.Head != End) return false;
        _clientIds ??= [.. ClientIds(_appends[0])];
        var ids = ClientIds(append).ToArray();
        if (ids.Any(_clientIds.Contains)) return false;
        _clientIds.UnionWith(ids);
        _appends.Add(append);
        return true;
    }

    /// <summary>All of it is on the disk.</summary>
    public void Complete()
    {
        foreach (var append in _appends) append.Complete(append.Head + append.Entries.Count);
    }

    private static IEnumerable<string> ClientIds(PendingAppend append) => append.Entries.Where(entry => entry.ClientId is not null).Select(entry => entry.ClientId!);
}
