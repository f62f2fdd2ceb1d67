using System.Text.Json;

namespace Grainline.Cluster.Tests.Hosting;

/// <summary>An entry of the membership as Orleans keeps it in Redis.</summary>
internal static class Membership
{
    public const int Active = 3, Dead = 6;

    /// <summary>The status in an entry of the silo that listens on the port; null when the entry is another's.</summary>
    public static int? StatusOf(int siloPort, string entry)
    {
        using var json = JsonDocument.Parse(entry);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("SiloAddress", out var address)
            && address.ToString().Contains($":{siloPort}@", StringComparison.Ordinal) ? json.RootElement.GetProperty("Status").GetInt32() : null;
    }
}
