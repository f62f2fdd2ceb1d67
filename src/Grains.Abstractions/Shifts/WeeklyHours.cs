using System.Collections.Immutable;
using Orleans;

namespace Grainline.Shifts;

/// <summary>When a queue is open or an agent is on shift: a week in local time, with exceptions by date.</summary>
/// <param name="TimeZone">IANA name, such as <c>Asia/Shanghai</c>; daylight saving follows it.</param>
/// <param name="Week">Intervals of the ordinary week; none for "never". One that ends at or before its start runs past midnight.</param>
/// <param name="Exceptions">Days that differ, at most one entry a date: holidays, sales.</param>
[GenerateSerializer, Immutable, Alias("hours.weekly")]
public sealed record WeeklyHours(string TimeZone, ImmutableArray<WeeklyInterval> Week, ImmutableArray<DateException> Exceptions);

/// <param name="Day">The day it starts on.</param>
/// <param name="From">Local time of day, included.</param>
/// <param name="To">Local time of day, excluded; 00:00 is the end of the day.</param>
[GenerateSerializer, Immutable, Alias("hours.interval")]
public sealed record WeeklyInterval(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <param name="Date">Local date.</param>
/// <param name="Name">Such as "Singles' Day"; shown to supervisors.</param>
/// <param name="Open">Replaces the intervals that start on this date; empty for closed all day.</param>
[GenerateSerializer, Immutable, Alias("hours.exception")]
public sealed record DateException(DateOnly Date, string? Name, ImmutableArray<DayInterval> Open);

[GenerateSerializer, Immutable, Alias("hours.day-interval")]
public sealed record DayInterval(TimeOnly From, TimeOnly To);
