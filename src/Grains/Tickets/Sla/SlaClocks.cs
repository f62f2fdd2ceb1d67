using System.Collections.Immutable;
using Grainline.Routing;

namespace Grainline.Tickets.Sla;

/// <summary>
/// A ticket's promises. Pure. The first response is owed from the beginning, the next one from when the requester has written after that, the resolution from the beginning. Pending and OnHold
/// stop the resolution, Pending the next response too; Solved and Closed meet the resolution and stop the others, and what is reopened goes on with the time it had used.
/// </summary>
internal static class SlaClocks
{
    /// <summary>The deadline that a metric's clock is set under.</summary>
    public static string DeadlineOf(SlaMetric metric) => metric switch
    {
        SlaMetric.FirstResponse => "sla.first",
        SlaMetric.NextResponse => "sla.next",
        SlaMetric.Resolution => "sla.resolution",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "No such metric."),
    };

    /// <param name="terms">Null promises nothing.</param>
    /// <param name="at">UTC.</param>
    public static SlaMove Start(SlaTerms? terms, Priority priority, StateCategory category, DateTimeOffset at)
    {
        var work = new SlaWork([], terms, priority, category, at);
        work.Begin(SlaMetric.FirstResponse);
        work.Begin(SlaMetric.Resolution);
        return work.Result();
    }

    /// <param name="terms">What is promised; null for nothing.</param>
    /// <param name="category">As it is from now on.</param>
    /// <param name="at">UTC. What became due before is dealt with first, whatever the change.</param>
    public static SlaMove After(SlaChange change, ImmutableArray<SlaClockView> clocks, SlaTerms? terms, Priority priority, StateCategory category, DateTimeOffset at)
    {
        var work = new SlaWork(clocks, terms, priority, category, at);
        work.Settle();
        switch (change)
        {
            case SlaChange.StaffAnswered:
                work.Meet(SlaMetric.FirstResponse);
                work.Meet(SlaMetric.NextResponse);
                break;
            case SlaChange.RequesterWrote when work.Owes(SlaMetric.FirstResponse) || work.Owes(SlaMetric.NextResponse):
                break;
            case SlaChange.RequesterWrote:
                work.Begin(SlaMetric.NextResponse);
                break;
            case SlaChange.Moved:
                work.Move();
                break;
            case SlaChange.TimePassed:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "No such change.");
        }

        return work.Result();
    }

    /// <summary>Priority, team or policy changed, perhaps the state with them. The time used is what the former hours count and is kept.</summary>
    /// <param name="former">What was promised until now.</param>
    /// <param name="terms">What is promised from now on; null for nothing.</param>
    /// <param name="priority">As it is from now on.</param>
    /// <param name="category">As it is from now on.</param>
    public static SlaMove Retarget(ImmutableArray<SlaClockView> clocks, SlaTerms? former, SlaTerms? terms, Priority priority, StateCategory category, DateTimeOffset at)
    {
        var until = new SlaWork(clocks, former, priority, category, at);
        until.Settle();
        var settled = until.Result();
        var work = new SlaWork(settled.Clocks, terms, priority, category, at);
        work.Count(former);
        work.Retarget();
        var aimed = work.Result();
        return aimed.What.IsEmpty ? settled : new(aimed.Clocks, [.. settled.What, .. aimed.What]);
    }

    /// <summary>When something becomes of any of them (UTC), if nothing happens before; null for never.</summary>
    public static DateTimeOffset? Next(ImmutableArray<SlaClockView> clocks) => clocks.Min(clock => Next(clock));

    /// <summary>When this one warns or is broken (UTC), whichever is still to come.</summary>
    public static DateTimeOffset? Next(SlaClockView clock) =>
        clock.RunningSince is null || clock.BreachedAt is not null ? null
        : clock.WarnedAt is null && clock.WarnAt is { } warn ? warn
        : clock.DueAt;

    /// <summary>Calendar seconds used at an instant (UTC).</summary>
    public static int Used(SlaClockView clock, SlaTerms? terms, DateTimeOffset at) => clock.RunningSince is null
        ? clock.UsedSeconds
        : (int)Math.Min(int.MaxValue, clock.UsedSeconds + OpenTime.By(terms?.Hours).Between(clock.AsOf, at));

    /// <summary>Whether a clock that is not over runs in such a state.</summary>
    public static bool Runs(SlaMetric metric, StateCategory category) => category switch
    {
        StateCategory.New or StateCategory.Open => true,
        StateCategory.Pending => metric is SlaMetric.FirstResponse,
        StateCategory.OnHold => metric is not SlaMetric.Resolution,
        _ => false,
    };
}
