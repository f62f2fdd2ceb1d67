using System.Collections.Immutable;
using System.Globalization;
using Grainline.Shifts;

namespace Grainline.Tests.Shifts;

/// <summary>Weekly hours in a few words.</summary>
internal static class Hours
{
    public static readonly ImmutableArray<WeeklyInterval> Always = [.. Enum.GetValues<DayOfWeek>().Select(day => new WeeklyInterval(day, new(0, 0), new(0, 0)))];

    public static ShiftCalendar Calendar(string zone, params WeeklyInterval[] week) => new(new(zone, [.. week], []));

    public static WeeklyInterval On(DayOfWeek day, string from, string to) => new(day, Time(from), Time(to));

    public static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
