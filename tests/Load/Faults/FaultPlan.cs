namespace Grainline.Load.Faults;

/// <param name="Name">One of <see cref="FaultSet.Names"/>.</param>
/// <param name="Every">Seconds between strikes, roughly.</param>
/// <param name="Seconds">Of one strike, roughly, where it lasts.</param>
internal sealed record FaultPlan(string Name, double Every, double Seconds);

/// <param name="At">Seconds after the start.</param>
/// <param name="Seed">Of everything that this strike leaves to chance.</param>
internal readonly record struct PlannedStrike(double At, int Seed);

/// <summary>When it strikes: decided beforehand, so that a seed means the same strikes however long the server takes to recover from each.</summary>
internal static class FaultSchedule
{
    public static IReadOnlyList<PlannedStrike> Of(int seed, double every, double seconds)
    {
        var random = new Random(seed);
        var strikes = new List<PlannedStrike>();
        for (var at = Pause(); at < seconds; at += Pause())
            strikes.Add(new(at, random.Next()));
        return strikes;

        double Pause() => every * (0.75 + 0.5 * random.NextDouble());
    }
}
