namespace Grainline.Balancing;

/// <summary>
/// Decides the moves of a cycle from what silos report. Deterministic: the same reports at the same times give the same moves. Brakes: a silo must be hot for several cycles, rates must be worth it,
/// nothing moves soon after silos came or went, soon after it has moved, or beyond a number per cycle.
/// </summary>
internal sealed class Balance
{
    private readonly HotWatch _watch = new();

    /// <param name="reports">The newest of each silo, fresh ones only.</param>
    /// <param name="rests">Whether a grain has moved not long ago.</param>
    public Cycle Decide(IReadOnlyCollection<SiloReport> reports, DateTimeOffset now, Func<string, bool> rests, BalancingOptions options)
    {
        if (!options.Enabled)
            return Nothing(CycleOutcome.Off);
        var settling = _watch.IsSettling(reports, now, options.MembershipPause);
        var silos = reports.Where(r => _watch.Members.Contains(r.Silo)).OrderBy(r => r.Silo, StringComparer.Ordinal).ToArray();
        if (silos.Length == 0 || silos.Length < _watch.Members.Length)
            return Nothing(CycleOutcome.Incomplete);
        var (mean, highest) = (silos.Average(s => s.Rate), silos.Max(s => s.Rate));
        if (settling)
            return new(CycleOutcome.Settling, mean, highest, []);
        if (mean < options.MinimumRate)
        {
            _watch.Forget();
            return new(CycleOutcome.Quiet, mean, highest, []);
        }

        _watch.Look(silos, mean, options);
        var hot = silos.Where(s => _watch.IsHotFor(s.Silo, options.Cycles)).OrderByDescending(s => s.Rate).ToArray();
        if (hot.Length == 0)
            return new(_watch.AnyHot ? CycleOutcome.Watching : CycleOutcome.Level, mean, highest, []);
        var moves = new MovePlan(silos, mean, rests, options).Relieve(hot);
        if (moves.IsEmpty)
            return new(CycleOutcome.Stuck, mean, highest, []);

        // What is counted shows these moves only after a while, so everything is watched anew.
        _watch.Forget();
        return new(CycleOutcome.Moving, mean, highest, moves);
    }

    private Cycle Nothing(CycleOutcome outcome)
    {
        _watch.Forget();
        return new(outcome, 0, 0, []);
    }
}
