namespace Grainline.Load.Visits;

/// <param name="Name">As the report calls it.</param>
/// <param name="PerSecond">Visitors that arrive.</param>
internal sealed record Phase(string Name, double Seconds, double PerSecond);

/// <param name="At">Seconds after the start.</param>
/// <param name="Phase">Its place among the phases.</param>
/// <param name="Seed">Of what this visit leaves to chance.</param>
internal readonly record struct Arrival(double At, int Phase, int Seed);

/// <summary>People come by themselves: independent of each other and of how the server fares, so the pauses between them are exponential.</summary>
internal static class Arrivals
{
    public static IReadOnlyList<Arrival> Plan(IReadOnlyList<Phase> phases, int seed)
    {
        var random = new Random(seed);
        var all = new List<Arrival>();
        var start = 0.0;
        for (var phase = 0; phase < phases.Count; phase++)
        {
            var end = start + phases[phase].Seconds;
            for (var at = start + Pause(); at < end; at += Pause())
                all.Add(new(at, phase, random.Next()));
            start = end;

            double Pause() => -Math.Log(1 - random.NextDouble()) / phases[phase].PerSecond;
        }
        return all;
    }
}
