using FsCheck;
using FsCheck.Fluent;
using Grainline.Shifts;
using Grainline.Tickets;
using Grainline.Tickets.Sla;

namespace Grainline.Tests.Tickets.Sla;

/// <summary>What may become of a resolution clock over some days: hours, a promise, and moves between categories with a pause before each.</summary>
internal sealed record SlaWalk(WeeklyHours? Hours, DateTimeOffset From, int Target, IReadOnlyList<(int Seconds, StateCategory To)> Moves)
{
    private static readonly DateTimeOffset[] Starts =
    [
        new(2026, 3, 27, 12, 0, 0, TimeSpan.Zero), new(2026, 10, 23, 12, 0, 0, TimeSpan.Zero), new(2026, 12, 23, 22, 0, 0, TimeSpan.Zero), new(2026, 6, 1, 7, 30, 0, TimeSpan.Zero),
    ];

    public static readonly Gen<SlaWalk> Any =
        from zone in Gen.Elements("Europe/Berlin", "Australia/Lord_Howe", "UTC")
        from week in Gen.ListOf(Interval())
        from closed in Gen.Choose(0, 6)
        from always in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        from start in Gen.Elements(Starts)
        from offset in Gen.Choose(0, 3_600_000)
        from target in Gen.Choose(60, 60_000)
        from moves in Gen.ListOf(Move())
        let holiday = new DateException(DateOnly.FromDateTime(start.UtcDateTime).AddDays(closed), null, [])
        let hours = new WeeklyHours(zone, [.. week.Take(8)], [holiday])
        where ShiftRules.MayKeep(hours) is null
        select new SlaWalk(always ? null : hours, start.AddMilliseconds(offset), target, [.. moves.Take(6)]);

    public SlaTerms Terms => SlaTools.Terms(first: null, next: null, resolution: Target, hours: Hours);

    /// <summary>The clock after each move, with the instant, told of nothing in between.</summary>
    public IEnumerable<(SlaMove Move, DateTimeOffset At, StateCategory Category)> Steps()
    {
        var (move, at, category) = (SlaTools.Start(Terms, From), From, StateCategory.New);
        yield return (move, at, category);
        foreach (var (seconds, to) in Moves)
        {
            (at, category) = (at.AddSeconds(seconds).AddMilliseconds(137), to);
            yield return (move = move.Then(SlaChange.Moved, Terms, at, category), at, category);
        }
    }

    private static Gen<(int Seconds, StateCategory To)> Move() =>
        from seconds in Gen.Choose(0, 30_000)
        from to in Gen.Elements(StateCategory.Open, StateCategory.Pending, StateCategory.OnHold, StateCategory.Solved)
        select (seconds, to);

    private static Gen<WeeklyInterval> Interval() =>
        from day in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from start in Gen.Choose(0, 95)
        from end in Gen.Choose(0, 95)
        select new WeeklyInterval(day, new TimeOnly(0, 0).AddMinutes(15 * start), new TimeOnly(0, 0).AddMinutes(15 * end));
}
