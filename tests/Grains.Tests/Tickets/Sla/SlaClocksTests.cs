using System.Globalization;
using Grainline.Routing;
using Grainline.Shifts;
using Grainline.Tickets;
using Grainline.Tickets.Sla;
using static Grainline.Tests.Shifts.Hours;
using static Grainline.Tests.Tickets.Sla.SlaTools;

namespace Grainline.Tests.Tickets.Sla;

public sealed class SlaClocksTests
{
    [Fact]
    public void Start_WithTargets_OwesFirstResponseAndResolution()
    {
        var start = Start(Terms(), Monday);
        Assert.Equal("FirstResponse Started, Resolution Started", start.Told());
        Assert.Equal(Monday.AddHours(1), start.Of(SlaMetric.FirstResponse)!.DueAt);
        Assert.Equal(Monday.AddMinutes(48), start.Of(SlaMetric.FirstResponse)!.WarnAt);
        Assert.Equal(Monday.AddMinutes(48), SlaClocks.Next(start.Clocks));
    }

    [Fact]
    public void Start_PriorityWithATargetOfItsOwn_IsPromisedThat()
    {
        var terms = new SlaTerms(new("gold", 1), new("Gold", [new(SlaMetric.Resolution, null, 900), new(SlaMetric.Resolution, Priority.Urgent, 300)]), null);
        Assert.Equal(300, SlaClocks.Start(terms, Priority.Urgent, StateCategory.New, Monday).Of(SlaMetric.Resolution)!.TargetSeconds);
        Assert.Equal(900, SlaClocks.Start(terms, Priority.Low, StateCategory.New, Monday).Of(SlaMetric.Resolution)!.TargetSeconds);
    }

    [Fact]
    public void TimePassed_PastWarningAndTarget_HappensOnceEach()
    {
        var start = Start(Terms(resolution: null), Monday);
        Assert.Empty(start.Then(SlaChange.TimePassed, Terms(resolution: null), Monday.AddMinutes(47)).What);
        var warned = start.Then(SlaChange.TimePassed, Terms(resolution: null), Monday.AddMinutes(48));
        Assert.Equal("FirstResponse Warned", warned.Told());
        Assert.Equal(Monday.AddHours(1), SlaClocks.Next(warned.Clocks));
        var broken = warned.Then(SlaChange.TimePassed, Terms(resolution: null), Monday.AddMinutes(61));
        Assert.Equal("FirstResponse Breached", broken.Told());
        Assert.Equal(Monday.AddHours(1), broken.Of(SlaMetric.FirstResponse)!.BreachedAt);
        Assert.Null(SlaClocks.Next(broken.Clocks));
        Assert.Empty(broken.Then(SlaChange.TimePassed, Terms(resolution: null), Monday.AddMinutes(90)).What);
    }

    [Fact]
    public void StaffAnswered_AfterItWasDue_IsBrokenAndThenMet() =>
        Assert.Equal("FirstResponse Breached, FirstResponse Met", Start(Terms(resolution: null), Monday).Then(SlaChange.StaffAnswered, Terms(resolution: null), Monday.AddHours(2)).Told());

    [Fact]
    public void RequesterWrote_AfterAnAnswer_OwesTheNextResponseFromTheFirstOfHisWords()
    {
        var terms = Terms();
        var answered = Start(terms, Monday).Then(SlaChange.RequesterWrote, terms, Monday.AddMinutes(5));
        Assert.Empty(answered.What);
        answered = answered.Then(SlaChange.StaffAnswered, terms, Monday.AddMinutes(10));
        var asked = answered.Then(SlaChange.RequesterWrote, terms, Monday.AddMinutes(20));
        Assert.Equal("NextResponse Started", asked.Told());
        var again = asked.Then(SlaChange.RequesterWrote, terms, Monday.AddMinutes(30));
        Assert.Empty(again.What);
        Assert.Equal(Monday.AddMinutes(140), again.Of(SlaMetric.NextResponse)!.DueAt);
    }

    [Fact]
    public void Moved_ToPendingAndBack_StopsTheResolutionMeanwhile()
    {
        var terms = Terms(first: null);
        var pending = Start(terms, Monday).Then(SlaChange.Moved, terms, Monday.AddHours(1), StateCategory.Pending);
        Assert.Equal("Resolution Paused", pending.Told());
        Assert.Null(SlaClocks.Next(pending.Clocks));
        var open = pending.Then(SlaChange.Moved, terms, Monday.AddHours(50));
        Assert.Equal("Resolution Resumed", open.Told());
        Assert.Equal(Monday.AddHours(57), open.Of(SlaMetric.Resolution)!.DueAt);
    }

    [Fact]
    public void Moved_SolvedAndReopened_GoesOnWithTheTimeUsed()
    {
        var terms = Terms();
        var solved = Start(terms, Monday).Then(SlaChange.Moved, terms, Monday.AddMinutes(30), StateCategory.Solved);
        Assert.Equal("Resolution Met, FirstResponse Paused", solved.Told());
        var reopened = solved.Then(SlaChange.Moved, terms, Monday.AddHours(30));
        Assert.Equal("FirstResponse Resumed, Resolution Resumed", reopened.Told());
        Assert.Equal(Monday.AddHours(37.5), reopened.Of(SlaMetric.Resolution)!.DueAt);
        Assert.Equal(Monday.AddHours(30.5), reopened.Of(SlaMetric.FirstResponse)!.DueAt);
    }

    [Fact]
    public void Retarget_ToAnotherTeamsHours_CountsEachPartByItsOwn()
    {
        var former = Terms(first: null, resolution: 4 * 3_600);
        var later = Terms(first: null, resolution: 4 * 3_600, hours: new WeeklyHours("UTC", [On(DayOfWeek.Tuesday, "09:00", "17:00")], []), version: 2);
        var moved = SlaClocks.Retarget(Start(former, Monday).Clocks, former, later, Priority.Normal, StateCategory.Open, Monday.AddHours(3));
        Assert.Equal("Resolution Retargeted", moved.Told());
        Assert.Equal(3 * 3_600, moved.Of(SlaMetric.Resolution)!.UsedSeconds);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), moved.Of(SlaMetric.Resolution)!.DueAt);
    }

    [Fact]
    public void Retarget_ToNothingAndBack_KeepsTheTimeUsed()
    {
        var terms = Terms(first: null);
        var none = SlaClocks.Retarget(Start(terms, Monday).Clocks, terms, null, Priority.Normal, StateCategory.Open, Monday.AddHours(2));
        Assert.Equal("Resolution Dropped", none.Told());
        Assert.Null(SlaClocks.Next(none.Clocks));
        var back = SlaClocks.Retarget(none.Clocks, null, terms, Priority.Normal, StateCategory.Open, Monday.AddHours(20));
        Assert.Equal(Monday.AddHours(26), back.Of(SlaMetric.Resolution)!.DueAt);
    }

    [Fact]
    public void Retarget_LessThanWasUsed_IsBrokenNow()
    {
        var (before, after) = (Terms(first: null), Terms(first: null, resolution: 3_600, version: 2));
        var move = SlaClocks.Retarget(Start(before, Monday).Clocks, before, after, Priority.Normal, StateCategory.Open, Monday.AddHours(2));
        Assert.Equal("Resolution Retargeted, Resolution Breached", move.Told());
        Assert.Equal(Monday.AddHours(2), move.Of(SlaMetric.Resolution)!.BreachedAt);
    }

    [Fact]
    public void Retarget_SameTerms_IsNothing()
    {
        var start = Start(Terms(), Monday);
        var move = SlaClocks.Retarget(start.Clocks, Terms(), Terms(), Priority.Normal, StateCategory.Open, Monday.AddMinutes(30));
        Assert.Empty(move.What);
        Assert.Equal(start.Clocks, move.Clocks);
    }

    [Theory]
    [InlineData("2026-03-28T20:00:00+01:00", "2026-03-29T05:00:00+02:00", "an hour does not exist")]
    [InlineData("2026-10-24T20:00:00+02:00", "2026-10-25T03:00:00+01:00", "an hour comes twice")]
    [InlineData("2026-12-24T20:00:00+01:00", "2026-12-27T00:00:00+01:00", "a holiday between")]
    public void Start_NightShiftInBerlin_IsDueWhenEightHoursWereOpen(string from, string due, string why)
    {
        var hours = new WeeklyHours("Europe/Berlin", [.. Enum.GetValues<DayOfWeek>().Select(d => On(d, "20:00", "06:00"))], [new(new(2026, 12, 24), "Eve", [new(Time("20:00"), Time("00:00"))]), new(new(2026, 12, 25), "Day", [])]);
        var terms = Terms(first: null, hours: hours);
        var start = Start(terms, DateTimeOffset.Parse(from, CultureInfo.InvariantCulture));
        Assert.True(start.Of(SlaMetric.Resolution)!.DueAt == DateTimeOffset.Parse(due, CultureInfo.InvariantCulture), $"{why}: {start.Of(SlaMetric.Resolution)!.DueAt}");
    }

    [Fact]
    public void Start_HoursThatNeverOpen_IsNeverDue()
    {
        var start = Start(Terms(hours: new WeeklyHours("UTC", [], [])), Monday);
        Assert.Null(SlaClocks.Next(start.Clocks));
        Assert.Empty(start.Then(SlaChange.TimePassed, Terms(hours: new WeeklyHours("UTC", [], [])), Monday.AddYears(1)).What);
    }
}
