namespace Grainline.Load.Reporting;

/// <summary>The figures of one workload: a row for each figure that anyone knows, a column for each system, medians where there were several rounds.</summary>
internal sealed record FigureGrid(string Workload, IReadOnlyList<string> Systems, IReadOnlyList<FigureRow> Rows)
{
    private const double LeastCpu = 0.005;

    /// <summary>One grid for each workload, in order of appearance.</summary>
    public static IEnumerable<FigureGrid> Of(IEnumerable<RunFigures> runs) => runs.GroupBy(run => run.Workload).Select(workload => Of(workload.Key, [.. workload]));

    private static FigureGrid Of(string workload, RunFigures[] runs)
    {
        var systems = runs.GroupBy(run => run.System).ToArray();
        string[] processes = [.. runs.SelectMany(run => run.Costs.Processes).Select(process => process.Name).Distinct()];
        // With one process in all, its row would repeat the sum; a row of nought says nothing.
        var figures = processes.Length < 2 ? Figure.All : Figure.All.Concat(processes.Select(Figure.CpuOf).Where(figure => runs.Any(run => figure.Value(run) >= LeastCpu)));
        return new(
            workload, [.. systems.Select(system => system.Key)],
            [.. figures.Select(figure => new FigureRow(figure, [.. systems.Select(system => Middle(system, figure))])).Where(row => row.Values.Any(value => value is not null))]);
    }

    private static double? Middle(IEnumerable<RunFigures> rounds, Figure figure) =>
        rounds.Select(figure.Value).OfType<double>().ToArray() is { Length: > 0 } values ? Median.Of(values) : null;
}

internal sealed record FigureRow(Figure Figure, IReadOnlyList<double?> Values)
{
    public string Header => $"{Figure.Name}, {Figure.Unit}";

    public IEnumerable<string> Cells => Values.Select(Figure.Text);
}
