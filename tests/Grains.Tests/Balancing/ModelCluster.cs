using Grainline.Balancing;

namespace Grainline.Tests.Balancing;

/// <summary>Silos and grains on paper: reports what they do, and does at once what is decided.</summary>
internal sealed class ModelCluster
{
    private readonly Balance _balance = new();
    private readonly Dictionary<string, DateTimeOffset> _movedAt = [];
    private readonly int _silos;
    private DateTimeOffset _now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <param name="rates">Calls per second of each grain, by silo.</param>
    public ModelCluster(IReadOnlyList<IReadOnlyList<double>> rates)
    {
        _silos = rates.Count;
        for (var silo = 0; silo < rates.Count; silo++)
        {
            for (var i = 0; i < rates[silo].Count; i++)
                Grains[$"g{silo}.{i}"] = (silo, rates[silo][i]);
        }
    }

    public BalancingOptions Options { get; } = new() { MembershipPause = TimeSpan.Zero, YoungSilo = TimeSpan.Zero, MinimumRate = 1 };

    public Dictionary<string, (int Silo, double Rate)> Grains { get; } = [];

    public List<(DateTimeOffset At, Move Move)> Moves { get; } = [];

    public double Mean => Rates.Average();

    public double Highest => Rates.Max();

    /// <summary>What every move must lower.</summary>
    public double Imbalance => Rates.Sum(r => (r - Mean) * (r - Mean));

    public static string Name(int silo) => $"silo{silo}";

    /// <summary>The next cycle.</summary>
    public Cycle Step()
    {
        _now += Options.Cycle;
        var cycle = _balance.Decide([.. Enumerable.Range(0, _silos).Select(Report)], _now, Rests, Options);
        foreach (var move in cycle.Moves)
        {
            Grains[move.Grain] = (int.Parse(move.To["silo".Length..], System.Globalization.CultureInfo.InvariantCulture), Grains[move.Grain].Rate);
            _movedAt[move.Grain] = _now;
            Moves.Add((_now, move));
        }

        return cycle;
    }

    private double[] Rates => [.. Enumerable.Range(0, _silos).Select(RateOf)];

    private double RateOf(int silo) => Grains.Values.Where(g => g.Silo == silo).Sum(g => g.Rate);

    private bool Rests(string grain) => _movedAt.TryGetValue(grain, out var at) && _now - at < Options.CoolDown;

    private SiloReport Report(int silo) => new(
        Name(silo), TimeSpan.FromHours(1), 1, [.. Enumerable.Range(0, _silos).Select(Name)], RateOf(silo), Grains.Count, null, false,
        [.. Grains.Where(g => g.Value.Silo == silo).Select(g => new GrainRate(g.Key, g.Value.Rate)).OrderByDescending(g => g.Rate).ThenBy(g => g.Grain, StringComparer.Ordinal)]);
}
