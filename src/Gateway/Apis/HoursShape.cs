using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Shifts;

namespace Grainline.Gateway.Apis;

/// <summary>What JSON lets through and weekly hours may not hold: arrays that are missing, entries that are null. The rest is for the grains to check.</summary>
internal static class HoursShape
{
    public static Refusal? Refuse(WeeklyHours hours) =>
        hours.Week.IsDefault || hours.Exceptions.IsDefault || hours.Week.Contains(null!)
        || hours.Exceptions.Any(e => e is null || e.Open.IsDefault || e.Open.Contains(null!))
            ? Check.Invalid("Hours are a timeZone, a week of {day, from, to} and exceptions of {date, name, open: [{from, to}]}.")
            : null;
}
