using Grainline.Push;
using Grainline.Tickets.Lists;
using Microsoft.AspNetCore.SignalR.Protocol;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>From a tenant's ticket feed to the sockets that watch it. A position says all that those before it said, so a lost one is repaired by the next, or by asking for it.</summary>
internal sealed partial class TicketFeedBridge(TicketFeedTopics topics, IGrainFactory grains, IHubProtocol protocol, ILogger<TicketFeedBridge> logger)
{
    private const string Prefix = "tickets/";

    public void Moved(TicketsPush push)
    {
        if (Find(push.Source) is { } topic)
            Tell(topic, new(push.Position));
    }

    /// <summary>A position was lost and there may be no next one for long: it is fetched.</summary>
    public void Resync(ResyncPush push)
    {
        if (Find(push.Source) is { } topic)
            _ = Refresh(topic);
    }

    /// <summary>Not awaited by the lane: a slow feed must not hold up other pushes.</summary>
    public async Task Refresh(Topic topic)
    {
        try
        {
            Tell(topic, await grains.TicketFeed(topic.Key).Newest());
        }
        catch (Exception e)
        {
            // Fan-out: whoever watches hears of the next change.
            RefreshFailed(e, topic.Key);
        }
    }

    private void Tell(Topic topic, TicketsMoved moved)
    {
        if (topic.Staff.Length == 0)
            return;
        var frame = Frame.Of(protocol, "TicketsMoved", moved);
        foreach (var socket in topic.Staff)
            socket.Send(frame);
    }

    private Topic? Find(string source) =>
        source.StartsWith(Prefix, StringComparison.Ordinal) && topics.TryGet(source[Prefix.Length..], out var topic) ? topic : null;

    [LoggerMessage(1, LogLevel.Warning, "The ticket feed of {Tenant} could not be read again; its watchers wait for the next change")]
    private partial void RefreshFailed(Exception exception, string tenant);
}
