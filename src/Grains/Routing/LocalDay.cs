using NodaTime;

namespace Grainline.Routing;

/// <summary>When the day that people mean began.</summary>
internal static class LocalDay
{
    /// <param name="timeZone">IANA name; null for UTC.</param>
    public static DateTimeOffset Began(DateTimeOffset now, string? timeZone)
    {
        var zone = timeZone is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[timeZone];
        var today = Instant.FromDateTimeOffset(now).InZone(zone).Date;
        return zone.AtStartOfDay(today).ToInstant().ToDateTimeOffset();
    }
}
