using Grainline.Refusals;
using Grainline.Tickets.Lists;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>
/// Lets sockets hear that their tenant's tickets have changed. A position is no secret: what a socket may see of the change is decided when it asks for it. The socket joins before the lease is asked for, which
/// answers with the newest position, so no change falls between the two.
/// </summary>
internal sealed class TicketFeedWatch(TicketFeedTopics topics, GatewayEar ear, IGrainFactory grains, LeaseClock clock)
{
    public async Task<Outcome<TicketsMoved>> Watch(Socket socket)
    {
        var topic = await topics.Enter(socket.Session.Tenant);
        try
        {
            socket.Join(topic);
            var outcome = await Lease(topic);
            if (!outcome.Succeeded)
                socket.Leave(topic, clock.Now);
            return outcome;
        }
        finally
        {
            topic.Exit();
        }
    }

    public async Task<Outcome<Done>> Unwatch(Socket socket)
    {
        if (topics.TryGet(socket.Session.Tenant, out var topic))
        {
            await topic.Enter();
            socket.Leave(topic, clock.Now);
            topic.Exit();
        }

        return new Done();
    }

    /// <summary>Takes or renews the lease. The gate must be held.</summary>
    public async Task<Outcome<TicketsMoved>> Lease(Topic topic)
    {
        var until = clock.ConversationUntil();
        var outcome = await grains.TicketFeed(topic.Key).Subscribe(ear.Until(until));
        if (outcome.Succeeded)
            clock.ConversationLeased(topic, until);
        return outcome;
    }

    /// <summary>Gives the lease up. The gate must be held.</summary>
    public async Task Release(Topic topic)
    {
        topics.Retire(topic);
        await grains.TicketFeed(topic.Key).Unsubscribe(ear.Id);
    }
}
