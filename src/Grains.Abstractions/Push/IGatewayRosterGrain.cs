using System.Collections.Immutable;
using Orleans;

namespace Grainline.Push;

/// <summary>The gateways that are there. A grain that begins without listeners, because it was somewhere else before, asks them who listens.</summary>
[Alias("IGatewayRosterGrain")]
public interface IGatewayRosterGrain : IGrainWithStringKey
{
    /// <summary>A gateway is there until its lease ends; it says so again every few seconds.</summary>
    /// <returns>False when it was not known: it is new, or the roster was lost and with it, perhaps, grains that have told it things.</returns>
    Task<bool> Enlist(Subscription gateway);

    Task<ImmutableArray<Subscription>> Present();
}

public static class GatewayRosterGrains
{
    public static IGatewayRosterGrain GatewayRoster(this IGrainFactory grains) => grains.GetGrain<IGatewayRosterGrain>("gateways");
}
