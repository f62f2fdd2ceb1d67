namespace Grainline.Routing;

/// <summary>When the day that people mean began.</summary>
internal static class LocalDay
{
    /// <param name="timeZone">IANA name; null for UTC.</param>
    public static DateTimeOffset Began(DateTimeOffset now, string? timeZone)
    {
        var zone = timeZone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date;
        // Where the clocks go forward at midnight, the day begins an hour later; where they go back, with the first of the two.
        while (zone.IsInvalidTime(midnight))
            midnight += TimeSpan.FromMinutes(15);
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
