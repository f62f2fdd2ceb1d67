using System.Collections.Immutable;

namespace Grainline.Balancing;

/// <summary>
/// Takes from hot silos what is medium-hot: not the busiest grain, which would only take the heat along, and none that is cold. A move must leave the target no busier than the silo that it relieves,
/// so the sum of the squares of all rates falls with each by at least twice the square of the grain's rate: moves end by themselves, and none is ever taken back.
/// </summary>
internal sealed class MovePlan(IReadOnlyCollection<SiloReport> silos, double mean, Func<string, bool> rests, BalancingOptions options)
{
    private readonly Dictionary<string, double> _rates = silos.ToDictionary(s => s.Silo, s => s.Rate);
    private readonly ImmutableArray<Move>.Builder _moves = ImmutableArray.CreateBuilder<Move>();

    public ImmutableArray<Move> Relieve(IEnumerable<SiloReport> hot)
    {
        foreach (var silo in hot)
            Relieve(silo);
        return _moves.ToImmutable();
    }

    private void Relieve(SiloReport hot)
    {
        var movable = hot.Hottest.Skip(1).Where(g => g.Rate >= options.MinimumGrainRate && !rests(g.Grain)).ToList();
        while (_moves.Count < options.MovesPerCycle && _rates[hot.Silo] > options.Release * mean)
        {
            if (Target(hot.Silo) is not { } target)
                return;
            var most = (_rates[hot.Silo] - _rates[target]) / 2;
            var at = movable.FindIndex(g => g.Rate <= most);
            if (at < 0)
                return;
            Add(movable[at], hot.Silo, target);
            movable.RemoveAt(at);
        }
    }

    private void Add(GrainRate grain, string from, string to)
    {
        _moves.Add(new(grain.Grain, from, to, grain.Rate, _rates[from], _rates[to]));
        _rates[from] -= grain.Rate;
        _rates[to] += grain.Rate;
    }

    private string? Target(string source) => silos
        .Where(s => s.Silo != source && !s.Refuses && s.Age >= options.YoungSilo && (s.Cpu is null || s.Cpu <= options.TargetCpu) && _rates[s.Silo] < mean)
        .OrderBy(s => _rates[s.Silo]).ThenBy(s => s.Activations).ThenBy(s => s.Silo, StringComparer.Ordinal)
        .FirstOrDefault()?.Silo;
}
