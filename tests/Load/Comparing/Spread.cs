namespace Grainline.Load.Comparing;

/// <summary>One ratio over all rounds.</summary>
internal sealed record Spread(double Median, double Lowest, double Highest)
{
    /// <summary>Round by round, because two programs that run one after the other meet the same machine.</summary>
    public static Spread OfRatios(IReadOnlyList<double> above, IReadOnlyList<double> below)
    {
        double[] ratios = [.. above.Zip(below, (a, b) => a / b).Order()];
        return new(ratios[ratios.Length / 2], ratios[0], ratios[^1]);
    }

    public override string ToString() => $"{Median:F2} ({Lowest:F2} to {Highest:F2})";
}
