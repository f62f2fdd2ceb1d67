using System.Collections.Immutable;

namespace Grainline.Routing;

/// <summary>
/// Tallies by the minute for the last hour and by the quarter of an hour for the day: every time zone's midnight falls on a quarter of an hour.
/// </summary>
internal sealed record QueueBook
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // A day of 25 hours when the clocks go back.
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(25);

    public static readonly QueueBook Empty = new();

    /// <summary>Oldest first; minutes in which nothing happened are missing.</summary>
    public ImmutableArray<QueueTally> Minutes { get; init; } = [];

    public ImmutableArray<QueueTally> Quarters { get; init; } = [];

    public QueueBook Add(DateTimeOffset at, QueueTally happened) => new()
    {
        Minutes = Add(Minutes, at, Minute, Hour, happened),
        Quarters = Add(Quarters, at, Quarter, LongestDay, happened),
    };

    public SpanFigures LastHour(DateTimeOffset now) => Sum(Minutes, Floor(now, Minute) - Hour + Minute);

    /// <param name="midnight">When the local day began.</param>
    public SpanFigures Since(DateTimeOffset midnight) => Sum(Quarters, midnight);

    private static SpanFigures Sum(ImmutableArray<QueueTally> tallies, DateTimeOffset from) =>
        tallies.Where(t => t.From >= from).Aggregate(new QueueTally(from), static (sum, t) => sum.Add(t)).Figures();

    private static ImmutableArray<QueueTally> Add(ImmutableArray<QueueTally> tallies, DateTimeOffset at, TimeSpan step, TimeSpan kept, QueueTally happened)
    {
        var from = Floor(at, step);
        // The clock of another machine may be behind: what it saw then counts now.
        if (!tallies.IsEmpty && tallies[^1].From >= from)
            return tallies.SetItem(tallies.Length - 1, tallies[^1].Add(happened));
        var old = 0;
        while (old < tallies.Length && tallies[old].From <= from - kept)
            old++;
        return tallies.RemoveRange(0, old).Add(new QueueTally(from).Add(happened));
    }

    private static DateTimeOffset Floor(DateTimeOffset at, TimeSpan step) => new(at.UtcTicks - (at.UtcTicks % step.Ticks), TimeSpan.Zero);
}
