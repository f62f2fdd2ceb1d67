using System.Globalization;
using Grainline.Load.Shop;
using Spectre.Console;

namespace Grainline.Load.Commands;

internal static class ShopReport
{
    /// <summary>Means over the seeds.</summary>
    public static Table Table(IEnumerable<ShopFigures> figures)
    {
        var table = new Table().AddColumns(
            "policy", "complex: handle s", "with wait s", "all: handle s", "wait s", "p95 wait s", "occupancy", "fairness", "resolved", "abandoned", "explored");
        foreach (var policy in figures.GroupBy(f => f.Policy))
        {
            table.AddRow(
                policy.Key, Tell(policy.Average(f => f.ComplexHandle)), Tell(policy.Average(f => f.ComplexTotal)), Tell(policy.Average(f => f.Handle)),
                Tell(policy.Average(f => f.Wait)), Tell(policy.Average(f => f.WaitP95)), Share(policy.Average(f => f.Occupancy)),
                policy.Average(f => f.Fairness).ToString("F3", CultureInfo.InvariantCulture), Share(policy.Average(f => f.Resolved)),
                Share(policy.Average(f => f.Abandoned)), Share(policy.Average(f => f.Explored)));
        }

        return table;
    }

    public static Table Table(IEnumerable<ShopVerdict> verdicts)
    {
        var table = new Table().AddColumns("learned against", "complex handle time cut by (95 % interval)", "with wait", "p95 wait changes by, s");
        foreach (var verdict in verdicts)
        {
            table.AddRow(
                verdict.Against, Spread(verdict.Cut, Share), Spread(verdict.CutWithWait, Share), Spread(verdict.WaitP95, Tell));
        }

        return table;
    }

    private static string Spread(Interval interval, Func<double, string> tell) => $"{tell(interval.Mean)} ({tell(interval.Low)} to {tell(interval.High)})";

    private static string Tell(double seconds) => seconds.ToString("F0", CultureInfo.InvariantCulture);

    private static string Share(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
