using Grainline.Shifts;

namespace Grainline.Routing;

/// <summary>Whether a queue is served now. The calendar is asked again only when it may have changed its mind.</summary>
internal sealed class QueueHours(WeeklyHours? hours)
{
    private readonly ShiftCalendar? _calendar = hours is null ? null : new(hours);
    private DateTimeOffset _from = DateTimeOffset.MaxValue;
    private DateTimeOffset _until;
    private bool _open;
    private DateTimeOffset? _opensAt;

    public bool IsOpen(DateTimeOffset now) => _calendar is null || Look(now)._open;

    /// <summary>UTC; null while it is open, or when it never opens again.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset now) => _calendar is null || Look(now)._open ? null : _opensAt;

    private QueueHours Look(DateTimeOffset now)
    {
        if (now < _from || now >= _until)
        {
            (_from, _until, _open) = (now, _calendar!.NextChange(now) ?? DateTimeOffset.MaxValue, _calendar.IsOpen(now));
            _opensAt = _open ? null : _calendar.NextOpening(now);
        }

        return this;
    }
}
