namespace Grainline.Tickets;

/// <summary>How tickets name themselves to gateways.</summary>
internal static class TicketPushes
{
    /// <summary>With a prefix, because tickets and conversations may have equal ids.</summary>
    public static string Source(string key) => $"ticket/{key}";
}
