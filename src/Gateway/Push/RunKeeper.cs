using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>Keeps the leases on bulk runs that somebody follows.</summary>
internal sealed class RunKeeper(RunTopics topics, RunWatch watch, RunBridge bridge, LeaseClock clock, IOptions<SocketOptions> options, TimeProvider time, ILogger<RunKeeper> logger)
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
            await bridge.Refresh(topic);
    }

    protected override Task Release(Topic topic) => watch.Release(topic);
}
