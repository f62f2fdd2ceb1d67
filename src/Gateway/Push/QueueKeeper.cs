using Grainline.Routing;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>Keeps the leases on queues that are watched.</summary>
internal sealed class QueueKeeper(
    QueueTopics topics, QueueWatch watch, QueueBridge bridge, LeaseClock clock, IOptions<SocketOptions> options, TimeProvider time, ILogger<QueueKeeper> logger)
    : TopicKeeper(topics, clock, options, time, logger)
{
    protected override async Task Renew(Topic topic)
    {
        var key = QueueKey.Parse(topic.Key);
        var lapsed = Clock.Lapsed(topic);
        foreach (var socket in topic.Staff)
        {
            if (!await watch.May(socket, key))
                socket.Leave(topic, Clock.Now);
        }

        if ((await watch.Lease(topic, key)).Succeeded && lapsed)
            await bridge.Refresh(topic);
    }

    protected override Task Release(Topic topic) => watch.Release(topic);
}
