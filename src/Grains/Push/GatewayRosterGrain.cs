using System.Collections.Immutable;
using Orleans;

namespace Grainline.Push;

/// <summary>Remembers in memory only: gateways say within seconds that they are there.</summary>
internal sealed class GatewayRosterGrain(TimeProvider time) : Grain, IGatewayRosterGrain
{
    private readonly Dictionary<string, Subscription> _present = [];

    public Task<bool> Enlist(Subscription gateway)
    {
        var known = _present.ContainsKey(gateway.Gateway);
        _present[gateway.Gateway] = gateway;
        return Task.FromResult(known);
    }

    public Task<ImmutableArray<Subscription>> Present()
    {
        var now = time.GetUtcNow();
        foreach (var (id, gateway) in _present)
        {
            if (gateway.Until <= now)
                _present.Remove(id);
        }

        return Task.FromResult(_present.Values.ToImmutableArray());
    }
}
