namespace Grainline.Routing.Learning;

/// <summary>Mean and spread of what came by, the last ten thousand counting most.</summary>
/// <param name="Count">Faded.</param>
internal readonly record struct RunningMean(double Count, double Sum, double Squares)
{
    private const double Fades = 10_000;

    internal double Mean => Count == 0 ? 0 : Sum / Count;

    /// <summary>Standard error of the mean; infinite of fewer than two.</summary>
    internal double Error => Count < 2 ? double.PositiveInfinity : Math.Sqrt(Math.Max(0, (Squares / Count) - (Mean * Mean)) / (Count - 1));

    public RunningMean Add(double value)
    {
        var fade = Count >= Fades ? 0.5 : 1.0;
        return new((Count * fade) + 1, (Sum * fade) + value, (Squares * fade) + (value * value));
    }
}
