using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grainline.Push;

/// <summary>
/// This silo's lines to the gateways: one bounded lane per gateway and hash of the source. Telling never waits: what a lane cannot take is dropped and repaired by resync.
/// </summary>
internal sealed class GatewayLinks(IOptions<PushOptions> options, TimeProvider time, ILogger<GatewayLinks> logger)
{
    private const int ParkedBeforeSweep = 10_000;

    private readonly ConcurrentDictionary<(string Gateway, int Lane), GatewayLane> _lanes = new();
    private readonly ConcurrentDictionary<string, Subscription[]> _parked = new();

    public void Tell(Subscription subscription, PushItem item)
    {
        var lane = (int)((uint)item.Source.GetHashCode() % (uint)options.Value.LanesPerGateway);
        var key = (subscription.Gateway, lane);
        if (!_lanes.TryGetValue(key, out var link))
            link = _lanes.GetOrAdd(key, static (k, self) => self.OpenLane(k), this);
        link.Post(subscription.Observer, item);
    }

    public void Park(string source, Subscription[] leases)
    {
        if (leases.Length == 0)
            return;
        _parked[source] = leases;
        if (_parked.Count > ParkedBeforeSweep)
            Sweep();
    }

    public Subscription[] Unpark(string source) => _parked.TryRemove(source, out var leases) ? leases : [];

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (source, leases) in _parked)
        {
            if (leases.All(l => l.Until <= now))
                _parked.TryRemove(source, out _);
        }
    }

    private GatewayLane OpenLane((string Gateway, int Lane) key) =>
        new(key.Gateway, options.Value, time, logger, () => _lanes.TryRemove(key, out _));
}
