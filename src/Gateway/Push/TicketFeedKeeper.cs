using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>Keeps the leases on ticket feeds that are watched.</summary>
internal sealed class TicketFeedKeeper(
    TicketFeedTopics topics, TicketFeedWatch watch, TicketFeedBridge bridge, LeaseClock clock, IOptions<SocketOptions> options, TimeProvider time, ILogger<TicketFeedKeeper> logger)
    : TopicKeeper(topics, clock, options, time, logger)
{
    protected override async Task Renew(Topic topic)
    {
        var lapsed = Clock.Lapsed(topic);
        if ((await watch.Lease(topic)).Succeeded && lapsed)
            await bridge.Refresh(topic);
    }

    protected override Task Release(Topic topic) => watch.Release(topic);
}
