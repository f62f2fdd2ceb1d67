using NodaTime;
using NodaTime.TimeZones;

namespace Grainline.Shifts;

/// <summary>
/// Weekly hours as instants. Pure and without memory. Where a clock is set forward, an interval that begins or ends in the hour that does not exist begins or ends where that hour would have begun;
/// where it is set back, an interval begins at the first and ends at the second of the two equal times: shops stay open through the doubled hour.
/// </summary>
internal sealed class ShiftCalendar
{
    private const int DaysOfAWeek = 7;

    private static readonly ZoneLocalMappingResolver Beginning = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver Ending = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    private readonly DateTimeZone _zone;
    private readonly DayInterval[][] _week;
    private readonly Dictionary<LocalDate, DayInterval[]> _exceptions;
    private readonly LocalDate _lastException = LocalDate.MinIsoValue;

    /// <param name="hours">Accepted by <see cref="ShiftRules.MayKeep"/>.</param>
    public ShiftCalendar(WeeklyHours hours)
    {
        _zone = DateTimeZoneProviders.Tzdb[hours.TimeZone];
        _week =
        [
            .. Enum.GetValues<DayOfWeek>().Select(day =>
                hours.Week.Where(i => i.Day == day).Select(i => new DayInterval(i.From, i.To)).OrderBy(i => i.From).ToArray()),
        ];
        _exceptions = hours.Exceptions.ToDictionary(e => LocalDate.FromDateOnly(e.Date), e => e.Open.OrderBy(i => i.From).ToArray());
        if (_exceptions.Count > 0)
            _lastException = _exceptions.Keys.Max();
    }

    public bool IsOpen(DateTimeOffset at)
    {
        var instant = Instant.FromDateTimeOffset(at);
        var date = DateOf(instant);
        return StartedOn(date.PlusDays(-1)).Concat(StartedOn(date)).Any(i => i.Contains(instant));
    }

    /// <summary>The first instant after <paramref name="at"/> (UTC) from which it is otherwise; null when it stays so for good.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset at)
    {
        var instant = Instant.FromDateTimeOffset(at);
        var open = (Instant?)null;
        foreach (var interval in From(instant))
        {
            // Open until the end of what follows without a break.
            if (interval.Start > (open ?? instant))
                return (open ?? interval.Start).ToDateTimeOffset();
            open = open is { } end && end >= interval.End ? end : interval.End;
        }

        return open is { } last && last < Horizon(instant) ? last.ToDateTimeOffset() : null;
    }

    /// <summary>When it opens next (UTC): <paramref name="at"/> itself while it is open; null when it never does again.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at)
    {
        var instant = Instant.FromDateTimeOffset(at);
        foreach (var interval in From(instant))
            return (interval.Start > instant ? interval.Start : instant).ToDateTimeOffset();
        return null;
    }

    /// <summary>When it is open from <paramref name="at"/> on (UTC), without overlaps, in order, one by one: without an end unless it never opens again.</summary>
    public IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> OpenFrom(DateTimeOffset at)
    {
        var known = Instant.FromDateTimeOffset(at);
        var horizon = DateOf(Horizon(known));
        for (var date = DateOf(known).PlusDays(-1); date <= horizon; date = date.PlusDays(1))
        {
            foreach (var interval in StartedOn(date))
            {
                if (interval.End <= known)
                    continue;
                yield return ((interval.Start > known ? interval.Start : known).ToDateTimeOffset(), interval.End.ToDateTimeOffset());
                known = interval.End;
                horizon = DateOf(Horizon(known));
            }
        }
    }

    /// <summary>Intervals that end after the instant, by their beginnings, for as long as anything new can come.</summary>
    private IEnumerable<Interval> From(Instant instant)
    {
        var horizon = DateOf(Horizon(instant));
        for (var date = DateOf(instant).PlusDays(-1); date <= horizon; date = date.PlusDays(1))
        {
            foreach (var interval in StartedOn(date))
            {
                if (interval.End > instant)
                    yield return interval;
            }
        }
    }

    /// <summary>Three whole weeks after the last exception every week is alike, but for a clock change that may swallow an interval once.</summary>
    private Instant Horizon(Instant instant)
    {
        var date = DateOf(instant);
        return _zone.AtStartOfDay((_lastException > date ? _lastException : date).PlusDays(3 * DaysOfAWeek)).ToInstant();
    }

    private IEnumerable<Interval> StartedOn(LocalDate date)
    {
        foreach (var (from, to) in _exceptions.GetValueOrDefault(date) ?? _week[(int)date.DayOfWeek % DaysOfAWeek])
        {
            var start = At(date, from, Beginning);
            var end = At(to > from ? date : date.PlusDays(1), to, Ending);
            if (end > start)
                yield return new Interval(start, end);
        }
    }

    private Instant At(LocalDate date, TimeOnly time, ZoneLocalMappingResolver resolver) =>
        _zone.ResolveLocal(date + LocalTime.FromTimeOnly(time), resolver).ToInstant();

    private LocalDate DateOf(Instant instant) => instant.InZone(_zone).Date;
}
