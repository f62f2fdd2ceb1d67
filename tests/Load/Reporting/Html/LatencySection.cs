using System.Globalization;
using System.Xml.Linq;

namespace Grainline.Load.Reporting.Html;

/// <summary>How long messages were on their way, from the median to the tail.</summary>
internal static class LatencySection
{
    public static XElement? Of(RunFigures[] runs, Systems systems)
    {
        var curves = runs.Where(run => run.OneWay?.Curve.Count > 1).GroupBy(run => run.System).ToDictionary(rounds => rounds.Key, Curve);
        if (curves.Count == 0)
            return null;
        double[] shares = [.. curves.Values.SelectMany(curve => curve.Keys).Distinct().Order()];
        var plot = new Plot("Percentiles of one-way times", Shares(shares[^1]), Axis.Logarithmic("one way, ms", curves.Values.SelectMany(curve => curve.Values)), 200);
        foreach (var (system, curve) in curves)
            plot.Line(systems.Look(system), curve.Select(point => (Nines(point.Key), point.Value)));
        return Element.Figure(
            "One-way times", "Milliseconds that this share of all messages did not exceed; the median of the rounds.", plot.Drawing, Element.Legend(curves.Keys, systems),
            Element.Table(["share", .. curves.Keys], shares.Select(share => Cells(share, curves.Values))));
    }

    private static SortedDictionary<double, double> Curve(IEnumerable<RunFigures> rounds) => new(rounds.SelectMany(round => round.OneWay!.Curve)
        .GroupBy(point => point.Share).ToDictionary(share => share.Key, share => Median.Of(share.Select(point => point.Milliseconds))));

    // Equal room for each further nine, because the tail is what is looked for.
    private static double Nines(double share) => -Math.Log10(1 - share);

    private static Axis Shares(double last)
    {
        double[] marks = [0.5, 0.9, 0.99, 0.999, 0.9999];
        return new("share of the messages", Nines(0.5), Math.Max(Nines(0.9), Nines(last)), false, [.. marks.Where(share => share <= Math.Max(0.9, last)).Select(share => new Tick(Nines(share), Percent(share)))]);
    }

    private static string Percent(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + " %";

    private static IEnumerable<string> Cells(double share, IEnumerable<SortedDictionary<double, double>> curves) =>
        [Percent(share), .. curves.Select(curve => curve.TryGetValue(share, out var time) ? time.ToString("N2", CultureInfo.InvariantCulture) : "")];
}
