using System.Text.Json;

namespace Grainline.Routing;

/// <summary>Questions to a profile that is asked often.</summary>
internal static class QueueProfiles
{
    /// <summary>By value: records compare their arrays by reference, so their JSON is compared.</summary>
    public static bool SameAs(this QueueProfile? known, QueueProfile profile) =>
        known is not null && JsonSerializer.Serialize(known, RoutingJson.Default.QueueProfile) == JsonSerializer.Serialize(profile, RoutingJson.Default.QueueProfile);

    public static WorkSize WorkOf(this QueueProfile? profile, string channel)
    {
        foreach (var work in profile?.Channels ?? [])
        {
            if (work.Channel == channel)
                return work.Work;
        }

        return WorkSize.One;
    }
}
