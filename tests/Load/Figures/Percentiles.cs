namespace Grainline.Load.Figures;

/// <param name="Share">0 to 1: so many took at most this long.</param>
internal readonly record struct Percentile(double Share, double Milliseconds);

/// <summary>A distribution of times in milliseconds.</summary>
/// <param name="Curve">From the median to the tail, for a chart.</param>
internal sealed record Percentiles(long Count, double P50, double P99, double P999, double Worst, IReadOnlyList<Percentile> Curve)
{
    private static readonly double[] Shares = [0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9998, 0.9999];

    public static Percentiles Of(Histogram times)
    {
        var count = times.Count;
        // What fewer than one of them all can be slower than says no more than the worst.
        var curve = Shares.Where(share => (1 - share) * count >= 1).Select(share => new Percentile(share, At(times, share)));
        return new(count, At(times, 0.5), At(times, 0.99), At(times, 0.999), times.Max / 1e6, [.. curve]);
    }

    private static double At(Histogram times, double share) => times.At(share) / 1e6;
}
