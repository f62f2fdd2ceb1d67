using Grainline.Push;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>
/// This process as grains know it: an id, new at each start, and the observer to push to. The observer is held here because the runtime keeps weak
/// references only.
/// </summary>
internal sealed class GatewayEar
{
    private readonly GatewayObserver _observer;
    private readonly Lazy<IGatewayObserver> _reference;

    public GatewayEar(GatewayObserver observer, IGrainFactory grains)
    {
        _observer = observer;
        _reference = new(() => grains.CreateObjectReference<IGatewayObserver>(_observer));
    }

    public string Id { get; } = $"gateway-{Guid.NewGuid():N}";

    public Subscription Until(DateTimeOffset until) => new(Id, _reference.Value, until);
}
