namespace Grainline.Load.Figures;

/// <param name="CpuSeconds">So far, with its ended children.</param>
internal sealed record ProcessRow(int Pid, int Parent, string Name, double CpuSeconds, ProcMemory Memory);

/// <summary>All processes of a system at one moment: those named and whatever they have started.</summary>
internal sealed record ProcessTable(IReadOnlyList<ProcessRow> Rows)
{
    /// <summary>Pages that several processes map are counted once, at the size of the one that maps most.</summary>
    public long ResidentBytes => Rows.Sum(row => row.Memory.Own) + (Rows.Count == 0 ? 0 : Rows.Max(row => row.Memory.Shared));

    public double CpuSeconds => Rows.Sum(row => row.CpuSeconds);

    /// <summary>What each process used since <paramref name="before"/>; those with one name are added up, the most expensive comes first.</summary>
    public IReadOnlyList<ProcessCost> Since(ProcessTable before)
    {
        var names = Rows.ToDictionary(row => row.Pid, row => row.Name);
        // An ended process has left its time to its parent, so what it had used before is taken off there.
        var former = before.Rows.ToLookup(row => names.GetValueOrDefault(row.Pid) ?? names.GetValueOrDefault(row.Parent) ?? row.Name, row => row.CpuSeconds);
        return
        [
            .. Rows.GroupBy(row => row.Name)
                .Select(rows => new ProcessCost(
                    rows.Key, Math.Max(0, rows.Sum(row => row.CpuSeconds) - former[rows.Key].Sum()), rows.Sum(row => row.Memory.Resident)))
                .OrderByDescending(cost => cost.CpuSeconds),
        ];
    }

    /// <summary>Reads the trees from <c>/proc</c>; what ends while it is read is left out.</summary>
    public static ProcessTable Of(IReadOnlyList<MeasuredRoot> roots)
    {
        if (roots.Count == 0)
            return new([]);
        var children = ProcFolder.All().ToLookup(stat => stat.Parent);
        return new([.. roots.SelectMany(root => Tree(root, children))]);
    }

    /// <summary>Of all of them together; null when there are none.</summary>
    public static ProcessFigures? Figures(IReadOnlyList<MeasuredRoot> roots) => Of(roots) is { Rows.Count: > 0 } table ? new(table.CpuSeconds, table.ResidentBytes) : null;

    private static IEnumerable<ProcessRow> Tree(MeasuredRoot root, ILookup<int, ProcStat> children)
    {
        var open = new Queue<ProcStat>();
        if (ProcFolder.Stat(root.Pid) is { } first)
            open.Enqueue(first);
        while (open.TryDequeue(out var stat))
        {
            var isRoot = stat.Pid == root.Pid;
            yield return new(
                stat.Pid, stat.Parent, isRoot ? root.Name : ProcFolder.Title(stat), stat.CpuSeconds + (isRoot ? root.FormerCpuSeconds : 0), ProcFolder.Memory(stat.Pid));
            foreach (var child in children[stat.Pid])
                open.Enqueue(child);
        }
    }
}
