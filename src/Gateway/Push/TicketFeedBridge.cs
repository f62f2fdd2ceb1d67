using Grainline.Push;
using Grainline.Tickets.Lists;
using Microsoft.AspNetCore.SignalR.Protocol;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>From a tenant's ticket feed to the sockets that watch it. A position says all that those before it said.</summary>
internal sealed class TicketFeedBridge(TicketFeedTopics topics, IGrainFactory grains, IHubProtocol protocol, ILogger<TicketFeedBridge> logger)
    : PictureBridge<TicketsMoved>(topics, protocol, logger, "TicketsMoved")
{
    public void Moved(TicketsPush push) => Tell(push.Source, new(push.Position));

    protected override async Task<TicketsMoved?> Read(Topic topic) => await grains.TicketFeed(topic.Key).Newest();
}
