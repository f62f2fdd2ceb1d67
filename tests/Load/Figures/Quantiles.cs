namespace Grainline.Load.Figures;

/// <summary>Of a handful of waits, exactly. Zero when there are none.</summary>
internal readonly record struct Quantiles(int Count, double P50, double P99, double Worst)
{
    public static Quantiles Of(IEnumerable<double?> values)
    {
        double[] sorted = [.. values.OfType<double>().Order()];
        return sorted is [] ? default : new(sorted.Length, At(0.5), At(0.99), sorted[^1]);

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
