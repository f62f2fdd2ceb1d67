using Grainline.Refusals;
using Grainline.Tickets;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>
/// Lets staff's sockets follow single tickets. The grain is asked for every new listener, because it alone decides who may; the lease answers with the ticket of that instant and the socket joins
/// before it is given back, so no change falls between the two.
/// </summary>
internal sealed class TicketWatch(TicketTopics topics, GatewayEar ear, IGrainFactory grains, LeaseClock clock)
{
    public async Task<Outcome<TicketView>> Watch(Socket socket, TicketKey key)
    {
        var topic = await topics.Enter(key.ToString());
        try
        {
            var outcome = await Lease(topic, key, socket.Actor);
            if (outcome.Succeeded)
                socket.Join(topic);
            if (topic.IsEmpty && topic.LeaseUntil == default)
                topics.Retire(topic);
            return outcome;
        }
        finally
        {
            topic.Exit();
        }
    }

    /// <summary>Leaves in turn with <see cref="Watch"/>, so that the later of the two wins.</summary>
    public async Task<Outcome<Done>> Unwatch(Socket socket, TicketKey key)
    {
        if (!topics.TryGet(key.ToString(), out var topic))
            return new Done();
        await topic.Enter();
        socket.Leave(topic, clock.Now);
        topic.Exit();
        return new Done();
    }

    /// <summary>Takes or renews the lease in the name of one of the listeners. The gate must be held.</summary>
    public async Task<Outcome<TicketView>> Lease(Topic topic, TicketKey key, Actor reader)
    {
        var until = clock.ConversationUntil();
        var outcome = await grains.Ticket(key).Subscribe(ear.Until(until), reader);
        if (outcome.Succeeded)
            clock.ConversationLeased(topic, until);
        return outcome;
    }

    /// <summary>Gives the lease up. The gate must be held.</summary>
    public async Task Release(Topic topic)
    {
        topics.Retire(topic);
        await grains.Ticket(TicketKey.Parse(topic.Key)).Unsubscribe(ear.Id);
    }
}
