namespace Grainline.Push;

/// <summary>The gateways that lease a grain's pushes. A lease that is not renewed ends by itself.</summary>
internal sealed class Listeners(string source, GatewayLinks links, TimeProvider time)
{
    private readonly Dictionary<string, Subscription> _leases = [];

    public bool Any
    {
        get
        {
            Expire();
            return _leases.Count > 0;
        }
    }

    public void Add(Subscription subscription) => _leases[subscription.Gateway] = subscription;

    public void Remove(string gateway) => _leases.Remove(gateway);

    public void Tell(PushItem item)
    {
        if (_leases.Count == 0)
            return;
        Expire();
        foreach (var lease in _leases.Values)
            links.Tell(lease, item);
    }

    /// <summary>Leaves the leases to the next activation on this silo: gateways renew far too rarely to notice that this one has ended.</summary>
    public void Park() => links.Park(source, [.. _leases.Values]);

    /// <summary>Takes over what the last activation left, and has its clients ask for what may have been lost in between.</summary>
    public void Adopt()
    {
        foreach (var lease in links.Unpark(source))
            _leases[lease.Gateway] = lease;
        Tell(new ResyncPush(source));
    }

    private void Expire()
    {
        var now = time.GetUtcNow();
        foreach (var (gateway, lease) in _leases)
        {
            if (lease.Until <= now)
                _leases.Remove(gateway);
        }
    }
}
