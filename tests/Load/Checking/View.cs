namespace Grainline.Load.Checking;

internal enum Step
{
    Applied,
    Repeated,
    Gap,
}

/// <summary>What one participant has of a conversation, under the contract's rule for clients. Not for several threads at once.</summary>
internal sealed class View(string viewer)
{
    private readonly List<Seen> _entries = [];

    public string Viewer => viewer;

    public IReadOnlyList<Seen> Entries => _entries;

    public long Last { get; private set; }

    /// <summary>Entries that came again and were dropped: allowed, but worth knowing.</summary>
    public int Repeated { get; private set; }

    public int Gaps { get; private set; }

    /// <summary>Pages that did not continue where the view ended, with what came before.</summary>
    public List<(long Last, Seen Entry)> Breaks { get; } = [];

    public Step Push(Seen entry)
    {
        if (entry.Seq <= Last)
        {
            Repeated++;
            return Step.Repeated;
        }
        if (entry.Prev != Last)
        {
            Gaps++;
            return Step.Gap;
        }
        Append(entry);
        return Step.Applied;
    }

    /// <summary>An entry of a page. Pages repair gaps, so nothing repairs a gap in a page.</summary>
    public bool Page(Seen entry)
    {
        if (entry.Seq <= Last)
            return false;
        if (entry.Prev != Last)
            Breaks.Add((Last, entry));
        Append(entry);
        return true;
    }

    private void Append(Seen entry)
    {
        _entries.Add(entry);
        Last = entry.Seq;
    }
}
