using System.Collections.Immutable;
using Orleans;

namespace Grainline.Push;

/// <summary>A gateway's ear. One call carries a batch; the caller keeps one batch in flight per lane, so order holds within a conversation.</summary>
[Alias("IGatewayObserver")]
public interface IGatewayObserver : IGrainObserver
{
    /// <summary>Returns once every item was handed to the sockets' own queues; it never waits for a socket.</summary>
    Task Deliver(ImmutableArray<PushItem> items);
}

/// <summary>A gateway's lease on a grain's pushes. Grains keep gateways, not sockets.</summary>
/// <param name="Gateway">The gateway process's id, new at each start.</param>
/// <param name="Observer">Where to push.</param>
/// <param name="Until">The lease ends here (UTC) unless renewed; gateways renew at half of it with jitter.</param>
[GenerateSerializer, Immutable, Alias("subscription")]
public sealed record Subscription(string Gateway, IGatewayObserver Observer, DateTimeOffset Until);
