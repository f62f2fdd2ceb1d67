namespace Grainline.Load.Shop;

/// <summary>A mean over independent runs with its 95 % confidence interval after Student.</summary>
internal sealed record Interval(double Mean, double Low, double High)
{
    // Two-sided 95 % quantiles for 1 to 30 degrees of freedom; beyond, the normal one is less than 2 % off.
    private static readonly double[] Student =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    /// <summary>Of one value there is no interval: it is infinite.</summary>
    public static Interval Of(IReadOnlyList<double> values)
    {
        var (n, mean) = (values.Count, values.Average());
        if (n < 2)
            return new(mean, double.NegativeInfinity, double.PositiveInfinity);
        var error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (n - 1) / n);
        var reach = error * (n - 1 <= Student.Length ? Student[n - 2] : 1.96);
        return new(mean, mean - reach, mean + reach);
    }
}
