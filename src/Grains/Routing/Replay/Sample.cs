namespace Grainline.Routing.Replay;

/// <summary>Order statistics and means over what a run has measured. Every method leaves its argument as it is.</summary>
internal static class Sample
{
    /// <summary>0 of nothing.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return values.IsEmpty ? 0 : sum / values.Length;
    }

    /// <summary>The smallest value that at least this share of all does not exceed; 0 of nothing.</summary>
    public static double Quantile(ReadOnlySpan<double> values, double share)
    {
        if (values.IsEmpty)
            return 0;
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return OfSorted(sorted, share);
    }

    public static double OfSorted(ReadOnlySpan<double> sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * share) - 1, 0, sorted.Length - 1)];

    /// <summary>
    /// Jain's index of fairness: 1 when all have the same, 1/n when one has everything; 1 of nothing.
    /// </summary>
    public static double Jain(ReadOnlySpan<double> values)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values)
            (sum, squares) = (sum + value, squares + (value * value));
        return squares == 0 ? 1 : sum * sum / (values.Length * squares);
    }
}
