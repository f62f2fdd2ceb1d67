using System.Xml.Linq;

namespace Grainline.Load.Reporting.Html;

/// <summary>Every pause of the garbage collectors as a mark, the median of all as a dot.</summary>
internal static class PauseSection
{
    private const double RowHeight = 42;

    public static XElement? Of(RunFigures[] runs, Systems systems)
    {
        var pauses = runs.Where(run => run.Costs.Pauses is not null).GroupBy(run => run.System)
            .ToDictionary(rounds => rounds.Key, rounds => rounds.SelectMany(run => run.Costs.Pauses!.Times).Select(pause => pause.Milliseconds).ToArray());
        if (pauses.Values.All(times => times.Length == 0))
            return null;
        var plot = new Plot("Pauses of the garbage collector", Axis.Logarithmic("length of a pause, ms", pauses.Values.SelectMany(times => times)), null, RowHeight * pauses.Count);
        var top = 0.0;
        foreach (var (system, times) in pauses)
        {
            plot.Drawing.Add(Element.Text("", 16, Plot.Row(top) + 14, times.Length == 0 ? $"{system}: none" : system));
            Strip(plot, systems.Look(system), times, Plot.Row(top) + 20);
            top += RowHeight;
        }
        return Element.Figure(
            "Garbage collector pauses", "Each mark is one pause of all threads, the dot their median; all rounds together. The table has medians of the rounds.", plot.Drawing, null, Table(runs));
    }

    private static void Strip(Plot plot, string look, double[] times, double top)
    {
        // Marks on the same spot cannot be told apart: one of them is enough.
        foreach (var x in times.Select(time => Math.Round(plot.X(time) * 2) / 2).Distinct())
            plot.Drawing.Add(Element.Shape("line", $"mark {look}", ("x1", x), ("y1", top), ("x2", x), ("y2", top + 14)));
        if (times.Length > 0)
            plot.Drawing.Add(Element.Shape("circle", $"dot {look}", ("cx", plot.X(Median.Of(times))), ("cy", top + 7), ("r", 5)));
    }

    private static XElement Table(RunFigures[] runs)
    {
        var grid = FigureGrid.Of(runs).Single();
        return Element.Table(["", .. grid.Systems], grid.Rows.Where(row => row.Header.StartsWith("GC", StringComparison.Ordinal)).Select(row => new[] { row.Header }.Concat(row.Cells)));
    }
}
