using FsCheck;
using FsCheck.Fluent;
using Grainline.Routing;
using Grainline.Shifts;
using Grainline.Tickets;
using Grainline.Tickets.Sla;
using static Grainline.Tests.Tickets.Sla.SlaTools;

namespace Grainline.Tests.Tickets.Sla;

/// <summary>Whatever the hours and the moves: the clock counts what a clock counts that looks at every second.</summary>
public sealed class SlaClocksProperties
{
    [Fact]
    public void Moves_Any_AgreeWithAClockThatLooksAtEverySecond() => Check(walk =>
    {
        var calendar = walk.Hours is null ? null : new ShiftCalendar(walk.Hours);
        var (used, second, running) = (0, walk.From.ToUnixTimeSeconds(), true);
        var breach = (long?)null;
        foreach (var (move, at, category) in walk.Steps())
        {
            for (; second < at.ToUnixTimeSeconds(); second++)
            {
                if (running && (calendar?.IsOpen(DateTimeOffset.FromUnixTimeSeconds(second)) ?? true) && ++used == walk.Target)
                    breach = second + 1;
            }

            running = SlaClocks.Runs(SlaMetric.Resolution, category);
            var clock = move.Of(SlaMetric.Resolution)!;
            if (SlaClocks.Used(clock, walk.Terms, at) != used || clock.BreachedAt?.ToUnixTimeSeconds() != breach)
                return false;
        }

        return true;
    }, cases: 50);

    [Fact]
    public void Due_OfARunningClock_IsTheFirstInstantWithTheTargetUsed() => Check(walk => walk.Steps().All(step =>
    {
        var clock = step.Move.Of(SlaMetric.Resolution)!;
        if (clock is not { RunningSince: not null, BreachedAt: null, DueAt: { } due })
            return true;
        return SlaClocks.Used(clock, walk.Terms, due) == walk.Target && SlaClocks.Used(clock, walk.Terms, due.AddSeconds(-1)) == walk.Target - 1
            && (clock.WarnedAt is not null || SlaClocks.Used(clock, walk.Terms, clock.WarnAt!.Value) == walk.Terms.WarnAfter(walk.Target))
            && step.Move.Then(SlaChange.TimePassed, walk.Terms, due, step.Category).What is [.., { Happened: SlaHappening.Breached }];
    }));

    [Fact]
    public void Used_Any_NeverExceedsTheOpenTime() => Check(walk => walk.Steps().All(step =>
        SlaClocks.Used(step.Move.Of(SlaMetric.Resolution)!, walk.Terms, step.At) <= OpenTime.By(walk.Hours).Between(walk.From, step.At)));

    [Fact]
    public void Moved_PausedAndResumedAtOnce_ChangesNothing() => Check(walk => walk.Steps().All(step =>
    {
        var at = step.At.AddSeconds(40);
        var straight = step.Move.Then(SlaChange.Moved, walk.Terms, at, StateCategory.Open);
        var paused = step.Move.Then(SlaChange.Moved, walk.Terms, at, StateCategory.Pending).Then(SlaChange.Moved, walk.Terms, at, StateCategory.Open);
        var (a, b) = (straight.Of(SlaMetric.Resolution)!, paused.Of(SlaMetric.Resolution)!);
        return (a.DueAt, a.WarnAt, a.BreachedAt, a.WarnedAt) == (b.DueAt, b.WarnAt, b.BreachedAt, b.WarnedAt)
            && SlaClocks.Used(a, walk.Terms, at.AddDays(1)) == SlaClocks.Used(b, walk.Terms, at.AddDays(1));
    }));

    [Fact]
    public void Retarget_AnotherPolicy_KeepsTheTimeUsed() => Check(walk => walk.Steps().All(step =>
    {
        var (at, clock) = (step.At.AddSeconds(5_000), step.Move.Of(SlaMetric.Resolution)!);
        var other = Terms(first: null, next: null, resolution: walk.Target + 777, version: 2);
        var moved = SlaClocks.Retarget(step.Move.Clocks, walk.Terms, other, Priority.High, step.Category, at).Of(SlaMetric.Resolution)!;
        return SlaClocks.Used(moved, other, at) == SlaClocks.Used(clock, walk.Terms, at)
            && moved.BreachedAt is not null == (clock.MetAt is null ? SlaClocks.Used(moved, other, at) >= moved.TargetSeconds : clock.BreachedAt is not null);
    }));

    private static void Check(Func<SlaWalk, bool> holds, int cases = 150) => Prop.ForAll(Arb.From(SlaWalk.Any), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));
}
