using System.Globalization;
using System.Xml.Linq;

namespace Grainline.Load.Reporting.Html;

/// <summary>Deliveries a second over the run, warm-up included: whether what was measured was a steady state.</summary>
internal static class TimelineSection
{
    public static XElement? Of(RunFigures[] runs, Systems systems)
    {
        var lines = runs.Where(run => run.Timeline.Count > 0).GroupBy(run => run.System).ToDictionary(rounds => rounds.Key, Line);
        if (lines.Count == 0)
            return null;
        double[] seconds = [.. lines.Values.SelectMany(line => line.Keys).Distinct().Order()];
        var plot = new Plot(
            "Deliveries a second over time", Axis.Linear("seconds since measuring began", seconds), Axis.Linear("delivered, 1/s", lines.Values.SelectMany(line => line.Values)), 200);
        plot.ShadeBefore(0, "warm-up");
        foreach (var (system, line) in lines)
            plot.Line(systems.Look(system), line.Select(point => (point.Key, point.Value)));
        foreach (var run in runs)
        {
            foreach (var fault in run.Faults)
                plot.Mark(systems.Look(run.System), fault.At, fault.What);
        }
        return Element.Figure(
            "Delivered over time", $"Deliveries a second, each second; the median of the rounds.{(runs.Any(run => run.Faults.Count > 0) ? " Upright lines are faults." : "")}", plot.Drawing, Element.Legend(lines.Keys, systems),
            Element.Table(["second", .. lines.Keys], seconds.Select(second => Cells(second, lines.Values))));
    }

    // Rounds do not tick together: each sample belongs to the nearest second.
    private static SortedDictionary<double, double> Line(IEnumerable<RunFigures> rounds) => new(rounds.SelectMany(round => round.Timeline)
        .GroupBy(sample => Math.Round(sample.At) + 0.0).ToDictionary(second => second.Key, second => Median.Of(second.Select(sample => sample.DeliveredPerSecond))));

    private static IEnumerable<string> Cells(double second, IEnumerable<SortedDictionary<double, double>> lines) =>
        [second.ToString("0", CultureInfo.InvariantCulture), .. lines.Select(line => line.TryGetValue(second, out var rate) ? rate.ToString("N0", CultureInfo.InvariantCulture) : "")];
}
