using System.Collections.Immutable;
using Grainline.Refusals;
using NodaTime;

namespace Grainline.Shifts;

/// <summary>What weekly hours must be. Pure: a null means yes.</summary>
internal static class ShiftRules
{
    private const int MostExceptions = 1_000;
    private const long Day = TimeSpan.TicksPerDay;
    private const long Week = 7 * Day;

    private static readonly (DateOnly First, DateOnly Last) Dates = (new(2000, 1, 1), new(2100, 12, 31));

    public static Refusal? MayKeep(WeeklyHours hours) =>
        hours.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(hours.TimeZone) is null ? No($"There is no time zone '{hours.TimeZone}'.")
        : hours.Week.IsDefault || hours.Exceptions.IsDefault || hours.Exceptions.Any(e => e.Open.IsDefault) ? No("Hours name a week and its exceptions.")
        : hours.Week.Any(i => !Enum.IsDefined(i.Day)) ? No("There is no such day of the week.")
        : Overlap(hours.Week.Select(i => Span(((int)i.Day * Day) + i.From.Ticks, i.From, i.To)), Week) ? No("Intervals of the week overlap.")
        : hours.Exceptions.Length > MostExceptions ? No($"There are more than {MostExceptions} exceptions.")
        : hours.Exceptions.FirstOrDefault(e => e.Date < Dates.First || e.Date > Dates.Last) is { } far ? No($"The date {far.Date:O} is not between {Dates.First:O} and {Dates.Last:O}.")
        : hours.Exceptions.GroupBy(e => e.Date).FirstOrDefault(same => same.Count() > 1) is { } twice ? No($"The date {twice.Key:O} stands twice.")
        : hours.Exceptions.FirstOrDefault(e => e.Name?.Length > Limits.NameLength) is { } wordy ? No($"The name of {wordy.Date:O} has more than {Limits.NameLength} characters.")
        : hours.Exceptions.FirstOrDefault(e => Overlap(e.Open.Select(i => Span(i.From.Ticks, i.From, i.To)), 2 * Day)) is { } muddled ? No($"Intervals of {muddled.Date:O} overlap.")
        : null;

    private static Refusal No(string message) => new(ErrorCode.InvalidArgument, message);

    /// <summary>Past midnight when it ends at or before its start.</summary>
    private static (long Start, long End) Span(long start, TimeOnly from, TimeOnly to) => (start, start + (to > from ? to.Ticks - from.Ticks : Day - from.Ticks + to.Ticks));

    /// <summary>On a circle of that length: the last of them may run into the first.</summary>
    private static bool Overlap(IEnumerable<(long Start, long End)> spans, long circle)
    {
        ImmutableArray<(long Start, long End)> ordered = [.. spans.Order()];
        for (var i = 0; i < ordered.Length; i++)
        {
            var next = i + 1 < ordered.Length ? ordered[i + 1].Start : ordered[0].Start + circle;
            if (ordered[i].End > next)
                return true;
        }

        return false;
    }
}
