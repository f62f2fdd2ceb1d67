using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>Keeps the leases on tickets. They go to other teams while they are looked at, and who may not see one any more stops hearing of it.</summary>
internal sealed class TicketKeeper(
    TicketTopics topics, TicketWatch watch, TicketBridge bridge, LeaseClock clock, IOptions<SocketOptions> options, TimeProvider time, ILogger<TicketKeeper> logger)
    : TopicKeeper(topics, clock, options, time, logger)
{
    protected override async Task Renew(Topic topic)
    {
        var lapsed = Clock.Lapsed(topic);
        foreach (var socket in topic.Staff)
        {
            if (!(await watch.Lease(topic, socket.Actor)).Succeeded)
                socket.Leave(topic, Clock.Now);
        }

        if (lapsed)
            bridge.Resync(topic);
    }

    protected override Task Release(Topic topic) => watch.Release(topic);
}
