using static Grainline.Load.Reporting.Figure;

namespace Grainline.Load.Reporting;

/// <summary>What of the figures of a comparison is told as ratios. Bare figures belong to one machine and one hour.</summary>
internal static class Ratios
{
    private static readonly Figure[] Closed = [DeliveredPerSecond, CpuPerDelivery, PauseSum];
    private static readonly Figure[] Open = [CpuPerDelivery, P50, P99, P999, PauseSum];
    private static readonly Figure[] Idle = [BytesPerSocket, ConnectsPerSecond];

    /// <param name="runs">All rounds, each system's in order.</param>
    /// <param name="system">What is compared with all others.</param>
    public static IEnumerable<Ratio> Of(IReadOnlyList<RunFigures> runs, string system)
    {
        foreach (var workload in runs.GroupBy(run => run.Workload))
        {
            var bySystem = workload.ToLookup(run => run.System);
            foreach (var reference in bySystem.Where(rounds => rounds.Key != system))
            {
                foreach (var figure in Told(workload.Key))
                {
                    if (Spread.OfRatios([.. bySystem[system].Select(figure.Value)], [.. reference.Select(figure.Value)]) is { } spread)
                        yield return new(reference.Key, workload.Key, Name(figure), spread);
                }
            }
        }
    }

    private static Figure[] Told(string workload) => workload == "idle" ? Idle : workload.Contains("closed", StringComparison.Ordinal) ? Closed : Open;

    private static string Name(Figure figure) => figure.Unit.Contains("deliveries", StringComparison.Ordinal) ? $"{figure.Name}, per delivery" : figure.Name;
}
