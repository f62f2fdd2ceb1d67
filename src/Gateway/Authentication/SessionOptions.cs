using System.ComponentModel.DataAnnotations;

namespace Grainline.Gateway.Authentication;

/// <summary>How long sessions last and how many log-ins may be tried. Section <c>Authentication</c>.</summary>
public sealed class SessionOptions
{
    /// <summary>A visitor's token. Its widget renews it by itself.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan VisitorLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>For this long after its end a visitor's token still proves who comes back, and for nothing else. A visitor who stays away longer starts anew.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "60.00:00:00")]
    public TimeSpan VisitorReturn { get; set; } = TimeSpan.FromDays(30);

    /// <summary>A staff member's token: one working day.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan StaffLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Log-ins one address may try at once.</summary>
    [Range(1, 10_000)]
    public int LoginBurst { get; set; } = 10;

    /// <summary>Log-ins one address may try per minute after that.</summary>
    [Range(1, 10_000)]
    public int LoginsPerMinute { get; set; } = 20;

    /// <summary>New visitors one address may bring at once. Whole offices share an address: keep it generous.</summary>
    [Range(1, 1_000_000)]
    public int VisitorBurst { get; set; } = 500;

    /// <summary>New visitors one address may bring per minute after that.</summary>
    [Range(1, 1_000_000)]
    public int VisitorsPerMinute { get; set; } = 1_000;
}
