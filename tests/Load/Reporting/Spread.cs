using System.Globalization;

namespace Grainline.Load.Reporting;

/// <summary>One ratio over all rounds.</summary>
internal sealed record Spread(double Median, double Lowest, double Highest)
{
    /// <summary>Round by round, because two programs that run one after the other meet the same machine. Null when no round has both, or nothing to divide by.</summary>
    public static Spread? OfRatios(IReadOnlyList<double?> above, IReadOnlyList<double?> below)
    {
        double[] ratios = [.. above.Zip(below, (a, b) => b > 0 ? a / b : null).OfType<double>()];
        return ratios.Length == 0 ? null : new(Reporting.Median.Of(ratios), ratios.Min(), ratios.Max());
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:F2} ({Lowest:F2} to {Highest:F2})");
}
