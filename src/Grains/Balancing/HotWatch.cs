using System.Collections.Immutable;

namespace Grainline.Balancing;

/// <summary>Which silos are hot, and for how many cycles; and whether the cluster has been the same for long enough to say so.</summary>
internal sealed class HotWatch
{
    private readonly Dictionary<string, int> _hot = [];
    private long _membership = -1;
    private ImmutableArray<string> _members = [];
    private DateTimeOffset _changedAt;

    /// <summary>The silos of the newest membership that anybody reports.</summary>
    public ImmutableArray<string> Members => _members;

    /// <summary>True while silos have come or gone less than a pause ago. A watch that has just begun knows of nothing and waits as well.</summary>
    public bool IsSettling(IEnumerable<SiloReport> reports, DateTimeOffset now, TimeSpan pause)
    {
        if (reports.MaxBy(r => r.Membership) is { } newest && newest.Membership > _membership)
        {
            var known = _membership >= 0;
            _membership = newest.Membership;
            if (!known || !_members.SequenceEqual(newest.Members))
                _changedAt = now;
            _members = newest.Members;
        }

        if (now - _changedAt >= pause)
            return false;
        _hot.Clear();
        return true;
    }

    /// <summary>Counts the cycle. A silo between release and threshold stays what it was.</summary>
    public void Look(IEnumerable<SiloReport> reports, double mean, BalancingOptions options)
    {
        foreach (var report in reports)
        {
            if (report.Rate > options.Threshold * mean)
                _hot[report.Silo] = _hot.GetValueOrDefault(report.Silo) + 1;
            else if (report.Rate < options.Release * mean)
                _hot.Remove(report.Silo);
        }
    }

    public bool AnyHot => _hot.Count > 0;

    public bool IsHotFor(string silo, int cycles) => _hot.GetValueOrDefault(silo) >= cycles;

    public void Forget() => _hot.Clear();
}
