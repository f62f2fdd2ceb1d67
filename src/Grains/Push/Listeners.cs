using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Grainline.Push;

/// <summary>The gateways that lease a grain's pushes. A lease that is not renewed ends by itself; a grain that migrates takes its leases along.</summary>
internal sealed class Listeners(GatewayLinks links, TimeProvider time)
{
    private const string Luggage = "listeners";

    private readonly ConcurrentDictionary<string, Subscription> _leases = new();
    private string _source = "";
    private bool _travelled;

    public bool Any
    {
        get
        {
            Expire();
            return !_leases.IsEmpty;
        }
    }

    public void Add(Subscription subscription) => _leases[subscription.Gateway] = subscription;

    public void Remove(string gateway) => _leases.TryRemove(gateway, out _);

    public void Tell(PushItem item)
    {
        if (_leases.IsEmpty)
            return;
        Expire();
        foreach (var lease in _leases.Values)
            links.Tell(lease, item);
    }

    /// <summary>Leaves the leases to the next activation on this silo: gateways renew far too rarely to notice that this one has ended.</summary>
    public void Park() => links.Park(_source, [.. _leases.Values]);

    public void Pack(IDehydrationContext luggage) => luggage.TryAddValue(Luggage, _leases.Values.ToArray());

    public void Unpack(IRehydrationContext luggage)
    {
        if (!luggage.TryGetValue<Subscription[]>(Luggage, out var leases))
            return;
        _travelled = true;
        foreach (var lease in leases)
            Add(lease);
    }

    /// <summary>Takes over what the last activation left, and has its clients ask for what may have been lost in between.</summary>
    /// <param name="source">By what gateways know the grain.</param>
    public void Adopt(string source)
    {
        _source = source;

        // What lies here from an earlier stay is older than what has come along.
        foreach (var lease in links.Unpark(source))
        {
            if (!_travelled)
                Add(lease);
        }

        Tell(new ResyncPush(source));

        // The last activation may have been on another silo, which is gone now: then only the gateways know who listens.
        if (!_travelled)
            links.Seek(source, _leases.ContainsKey);
    }

    private void Expire()
    {
        var now = time.GetUtcNow();
        foreach (var (gateway, lease) in _leases)
        {
            if (lease.Until <= now)
                _leases.TryRemove(gateway, out _);
        }
    }
}
