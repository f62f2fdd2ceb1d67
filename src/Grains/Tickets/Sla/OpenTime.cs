using System.Runtime.CompilerServices;
using Grainline.Shifts;

namespace Grainline.Tickets.Sla;

/// <summary>Counts open time in whole seconds, and finds the instant at which so much of it has passed. An instant counts as the second it lies in, so that sums of parts are the whole.</summary>
internal sealed class OpenTime
{
    /// <summary>What is due later than this is due never.</summary>
    private const long Farthest = 100L * 365 * 24 * 60 * 60;

    private static readonly OpenTime Always = new(null);
    private static readonly ConditionalWeakTable<WeeklyHours, OpenTime> Known = [];

    private readonly ShiftCalendar? _calendar;

    private OpenTime(WeeklyHours? hours) => _calendar = hours is null ? null : new(hours);

    /// <param name="hours">Null for around the clock. Their calendar is kept for as long as they are.</param>
    public static OpenTime By(WeeklyHours? hours) => hours is null ? Always : Known.GetValue(hours, static h => new(h));

    /// <summary>Open seconds from the one instant to the other; 0 when that is not later.</summary>
    public long Between(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        if (end <= start)
            return 0;
        if (_calendar is null)
            return end - start;
        var open = 0L;
        foreach (var span in _calendar.OpenFrom(from))
        {
            var opens = Math.Max(start, span.Start.ToUnixTimeSeconds());
            if (opens >= end)
                break;
            open += Math.Max(0, Math.Min(end, span.End.ToUnixTimeSeconds()) - opens);
        }

        return open;
    }

    /// <summary>The first instant (UTC) until which so many open seconds have passed; null when they never do, or not within a hundred years.</summary>
    public DateTimeOffset? After(DateTimeOffset from, long seconds)
    {
        var start = from.ToUnixTimeSeconds();
        if (_calendar is null || seconds <= 0)
            return seconds > Farthest ? null : DateTimeOffset.FromUnixTimeSeconds(start + Math.Max(0, seconds));
        var left = seconds;
        foreach (var span in _calendar.OpenFrom(from))
        {
            var opens = Math.Max(start, span.Start.ToUnixTimeSeconds());
            if (opens - start > Farthest)
                return null;
            var open = Math.Max(0, span.End.ToUnixTimeSeconds() - opens);
            if (open >= left)
                return DateTimeOffset.FromUnixTimeSeconds(opens + left);
            left -= open;
        }

        return null;
    }
}
