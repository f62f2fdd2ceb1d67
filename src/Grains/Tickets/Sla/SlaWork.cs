using System.Collections.Immutable;
using Grainline.Routing;

namespace Grainline.Tickets.Sla;

/// <summary>One change in the making: clocks by metric, and what has become of them so far.</summary>
internal sealed class SlaWork(ImmutableArray<SlaClockView> clocks, SlaTerms? terms, Priority priority, StateCategory category, DateTimeOffset at)
{
    private readonly OpenTime _open = OpenTime.By(terms?.Hours);
    private readonly ImmutableArray<SlaStep>.Builder _what = ImmutableArray.CreateBuilder<SlaStep>();
    private ImmutableArray<SlaClockView> _clocks = clocks;

    public SlaMove Result() => new(_clocks, _what.DrainToImmutable());

    /// <summary>Whether the promise was made and not yet kept.</summary>
    public bool Owes(SlaMetric metric) => _clocks.Any(c => c.Metric == metric && c.MetAt is null && c.TargetSeconds > 0);

    /// <summary>A fresh clock in place of a former one of that metric, if anything is promised.</summary>
    public void Begin(SlaMetric metric)
    {
        if (terms?.Target(metric, priority) is not { } target)
            return;
        var clock = new SlaClockView(metric, terms.Policy, target, 0, Second(at), at, null, null, null, null, null, null);
        _clocks = _clocks.RemoveAll(c => c.Metric == metric).Add(SlaClocks.Runs(metric, category) ? Run(clock) : clock);
        Happened(metric, SlaHappening.Started);
    }

    /// <summary>What was due until now. Who was never warned is not warned of what is broken already.</summary>
    public void Settle() => Each(clock =>
    {
        if (clock.RunningSince is null || clock.BreachedAt is not null || terms is null)
            return clock;

        // The hours may have changed since the instants were worked out: what counts is the time used by those of now.
        var timed = Timed(clock);
        if (timed.DueAt <= at)
        {
            Happened(clock.Metric, SlaHappening.Breached);
            return Counted(timed) with { BreachedAt = timed.DueAt, WarnAt = timed.WarnedAt };
        }

        if (clock.WarnedAt is not null || timed.WarnAt is not { } warn || warn > at)
            return timed;
        Happened(clock.Metric, SlaHappening.Warned);
        return Counted(timed) with { WarnedAt = warn };
    });

    /// <summary>Counts the time used until now by the hours that held until now.</summary>
    public void Count(SlaTerms? former) => Each(clock => Counted(clock, former));

    public void Meet(SlaMetric metric) => Each(clock =>
    {
        if (clock.Metric != metric || clock.MetAt is not null)
            return clock;
        Happened(metric, SlaHappening.Met);
        return Stand(clock) with { MetAt = at };
    });

    public void Move()
    {
        if (category is StateCategory.Solved or StateCategory.Closed)
            Meet(SlaMetric.Resolution);
        Each(clock =>
        {
            var reopened = clock is { Metric: SlaMetric.Resolution, MetAt: not null } && category is not (StateCategory.Solved or StateCategory.Closed);
            if (clock.MetAt is not null && !reopened)
                return clock;
            var runs = terms is not null && clock.TargetSeconds > 0 && SlaClocks.Runs(clock.Metric, category);
            if (runs == clock.RunningSince is not null && !reopened)
                return clock;
            Happened(clock.Metric, runs ? SlaHappening.Resumed : SlaHappening.Paused);
            return runs ? Run(clock with { MetAt = null }) : Stand(clock with { MetAt = null });
        });
    }

    /// <summary>
    /// The time used stays, also where nothing is promised any more: such a clock stands still with no target until something is promised again. The new target decides anew whether it is broken.
    /// </summary>
    public void Retarget()
    {
        Each(clock => clock.MetAt is null && Promised(clock) is null ? Drop(clock) : clock);
        Move();
        Each(clock => clock.MetAt is null && Promised(clock) is { } target ? Aim(clock, target) : clock);
        if (!_clocks.Any(c => c.Metric is SlaMetric.Resolution) && category is not (StateCategory.Solved or StateCategory.Closed))
            Begin(SlaMetric.Resolution);

        // Nobody has dealt with a new ticket: a response that nobody owed is owed now.
        if (!_clocks.Any(c => c.Metric is SlaMetric.FirstResponse) && category is StateCategory.New)
            Begin(SlaMetric.FirstResponse);
    }

    private int? Promised(SlaClockView clock) => terms?.Target(clock.Metric, priority);

    private SlaClockView Aim(SlaClockView clock, int target)
    {
        if (clock.TargetSeconds == target && clock.Policy == terms!.Policy && (clock.RunningSince is null || Timed(clock).DueAt == clock.DueAt))
            return clock;
        Happened(clock.Metric, SlaHappening.Retargeted);
        var aimed = Counted(clock) with { TargetSeconds = target, Policy = terms!.Policy, WarnedAt = null, BreachedAt = null };
        var broken = aimed.UsedSeconds >= target;
        var warned = !broken && aimed.UsedSeconds >= terms.WarnAfter(target);
        if (broken && clock.BreachedAt is null)
            Happened(clock.Metric, SlaHappening.Breached);
        if (warned && clock.WarnedAt is null)
            Happened(clock.Metric, SlaHappening.Warned);
        aimed = aimed with { BreachedAt = broken ? clock.BreachedAt ?? at : null, WarnedAt = warned ? clock.WarnedAt ?? at : broken ? clock.WarnedAt : null };
        return SlaClocks.Runs(clock.Metric, category) ? Run(aimed) : Stand(aimed);
    }

    private SlaClockView Drop(SlaClockView clock)
    {
        if (clock.TargetSeconds == 0)
            return clock;
        Happened(clock.Metric, SlaHappening.Dropped);
        return Stand(clock) with { TargetSeconds = 0 };
    }

    private SlaClockView Run(SlaClockView clock) => Timed(clock.RunningSince is null ? clock with { RunningSince = Second(at), AsOf = Second(at) } : clock);

    private SlaClockView Stand(SlaClockView clock) => Counted(clock) with { RunningSince = null, DueAt = null, WarnAt = null };

    private SlaClockView Counted(SlaClockView clock) => Counted(clock, terms);

    private SlaClockView Counted(SlaClockView clock, SlaTerms? by) => clock.RunningSince is null || at <= clock.AsOf
        ? clock
        : clock with { UsedSeconds = SlaClocks.Used(clock, by, at), AsOf = Second(at) };

    /// <summary>A running clock's instants. Those of a broken one are the past.</summary>
    private SlaClockView Timed(SlaClockView clock) => clock with
    {
        DueAt = clock.BreachedAt ?? _open.After(clock.AsOf, clock.TargetSeconds - clock.UsedSeconds),
        WarnAt = clock.BreachedAt is not null || clock.WarnedAt is not null ? clock.WarnedAt : _open.After(clock.AsOf, terms!.WarnAfter(clock.TargetSeconds) - clock.UsedSeconds),
    };

    private void Happened(SlaMetric metric, SlaHappening what) => _what.Add(new(metric, what));

    private void Each(Func<SlaClockView, SlaClockView> change) => _clocks = [.. _clocks.Select(change)];

    private static DateTimeOffset Second(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
