using Grainline.Routing;
using Grainline.Shifts;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Sla;

namespace Grainline.Tests.Tickets.Sla;

/// <summary>Promises and moments in a few words.</summary>
internal static class SlaTools
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static SlaTerms Terms(int? first = 3_600, int? next = 7_200, int? resolution = 28_800, WeeklyHours? hours = null, int version = 1, int warn = 80) => new(
        new("gold", version), new("Gold", [.. Targets(first, next, resolution)], warn), hours);

    public static SlaClockView? Of(this SlaMove move, SlaMetric metric) => move.Clocks.SingleOrDefault(c => c.Metric == metric);

    public static string Told(this SlaMove move) => string.Join(", ", move.What.Select(s => $"{s.Metric} {s.Happened}"));

    public static SlaMove Then(this SlaMove move, SlaChange change, SlaTerms? terms, DateTimeOffset at, StateCategory category = StateCategory.Open) =>
        SlaClocks.After(change, move.Clocks, terms, Priority.Normal, category, at);

    public static SlaMove Start(SlaTerms? terms, DateTimeOffset at) => SlaClocks.Start(terms, Priority.Normal, StateCategory.New, at);

    private static IEnumerable<SlaTarget> Targets(int? first, int? next, int? resolution)
    {
        if (first is { } f)
            yield return new(SlaMetric.FirstResponse, null, f);
        if (next is { } n)
            yield return new(SlaMetric.NextResponse, null, n);
        if (resolution is { } r)
            yield return new(SlaMetric.Resolution, null, r);
    }
}
