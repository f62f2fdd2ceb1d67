using System.Diagnostics.Metrics;

namespace Grainline.Balancing;

/// <summary>The balancer's instruments.</summary>
internal static class BalancingMetrics
{
    private static readonly Meter Meter = new("Grainline.Balancing");

    public static readonly Counter<long> Cycles = Meter.CreateCounter<long>("grainline.balancing.cycles", description: "Cycles by what they came to.");

    /// <summary>1 is a cluster whose silos are equally busy.</summary>
    public static readonly Histogram<double> Imbalance = Meter.CreateHistogram("grainline.balancing.imbalance", description: "Rate of the busiest silo to the mean, once a cycle.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1.05, 1.1, 1.25, 1.5, 2, 3, 5] });

    public static readonly Counter<long> Moves = Meter.CreateCounter<long>("grainline.balancing.moves", description: "Moves that were ordered.");

    public static readonly Counter<long> Carried = Meter.CreateCounter<long>("grainline.balancing.carried", description: "Orders that this silo carried out or could not, by outcome.");
}
