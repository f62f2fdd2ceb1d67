using FsCheck;
using FsCheck.Fluent;
using Grainline.Shifts;

namespace Grainline.Tests.Shifts;

/// <summary>Whatever the hours: the three questions agree with each other, and with a wall clock that another library reads.</summary>
public sealed class ShiftCalendarProperties
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Shanghai", "UTC", "Australia/Lord_Howe"];
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<WeeklyHours> AnyHours =
        from zone in Gen.Elements(Zones)
        from week in Gen.ListOf(Interval())
        from exceptions in Gen.ListOf(Exception())
        let hours = new WeeklyHours(zone, [.. week.Take(4)], [.. exceptions.Take(6).DistinctBy(e => e.Date)])
        where ShiftRules.MayKeep(hours) is null
        select hours;

    private static readonly Gen<(WeeklyHours Hours, DateTimeOffset At)> AnyCase =
        from hours in AnyHours
        from minutes in Gen.Choose(0, 60 * 24 * 365)
        select (hours, Origin.AddMinutes(minutes));

    [Fact]
    public void NextChange_Any_IsTheFirstInstantThatIsOtherwise() => Prop.ForAll(Arb.From(AnyCase), given =>
    {
        var calendar = new ShiftCalendar(given.Hours);
        var open = calendar.IsOpen(given.At);
        if (calendar.NextChange(given.At) is not { } change)
            return Enumerable.Range(0, 24 * 60).All(hours => calendar.IsOpen(given.At.AddHours(hours)) == open);
        return change > given.At && calendar.IsOpen(change) == !open && calendar.IsOpen(change.AddTicks(-1)) == open
            && Between(given.At, change).All(at => calendar.IsOpen(at) == open);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void NextOpening_Any_IsNowOrTheNextChange() => Prop.ForAll(Arb.From(AnyCase), given =>
    {
        var calendar = new ShiftCalendar(given.Hours);
        return calendar.NextOpening(given.At) == (calendar.IsOpen(given.At) ? given.At : calendar.NextChange(given.At));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void IsOpen_AwayFromClockChanges_IsWhatTheWallClockSays() => Prop.ForAll(Arb.From(AnyCase), given =>
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(given.Hours.TimeZone);
        if (zone.GetUtcOffset(given.At.AddDays(-2)) != zone.GetUtcOffset(given.At.AddDays(2)))
            return true;
        var local = TimeZoneInfo.ConvertTime(given.At, zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        var expected = new[] { today.AddDays(-1), today }.Any(date => Starting(given.Hours, date).Any(i =>
        {
            var start = date.ToDateTime(i.From);
            var end = (i.To > i.From ? date : date.AddDays(1)).ToDateTime(i.To);
            return start <= local && local < end;
        }));
        return new ShiftCalendar(given.Hours).IsOpen(given.At) == expected;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static IEnumerable<DayInterval> Starting(WeeklyHours hours, DateOnly date) =>
        hours.Exceptions.FirstOrDefault(e => e.Date == date) is { } exception
            ? exception.Open
            : hours.Week.Where(i => i.Day == date.DayOfWeek).Select(i => new DayInterval(i.From, i.To));

    private static IEnumerable<DateTimeOffset> Between(DateTimeOffset from, DateTimeOffset to)
    {
        for (var at = from; at < to && at < from.AddDays(30); at = at.AddMinutes(37))
            yield return at;
    }

    private static Gen<WeeklyInterval> Interval() =>
        from day in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from times in Times()
        select new WeeklyInterval(day, times.From, times.To);

    private static Gen<DateException> Exception() =>
        from day in Gen.Choose(0, 365)
        from times in Times()
        from closed in Gen.Elements(true, false)
        select new DateException(DateOnly.FromDateTime(Origin.UtcDateTime).AddDays(day), null, closed ? [] : [new(times.From, times.To)]);

    private static Gen<(TimeOnly From, TimeOnly To)> Times() =>
        from start in Gen.Choose(0, 95)
        from end in Gen.Choose(0, 95)
        select (new TimeOnly(0, 0).AddMinutes(15 * start), new TimeOnly(0, 0).AddMinutes(15 * end));
}
