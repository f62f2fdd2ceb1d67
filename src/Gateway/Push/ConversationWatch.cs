using Grainline.Conversations;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>
/// Lets sockets listen to conversations. The grain is asked for every new listener, because it alone decides who may; only then does the socket join, so
/// nothing reaches a socket that the grain has not agreed to. Reading comes after joining, so no message falls between the two.
/// </summary>
internal sealed class ConversationWatch(ConversationTopics topics, GatewayEar ear, IGrainFactory grains, LeaseClock clock)
{
    public async Task<Outcome<ConversationView>> Watch(Socket socket, ConversationKey key)
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

    public async Task<Outcome<MessagePage>> Sync(Socket socket, SyncRequest request)
    {
        var key = new ConversationKey(socket.Session.Tenant, request.ConversationId);
        if (!topics.TryGet(key.ToString(), out var topic) || !socket.Watches(topic))
        {
            var watched = await Watch(socket, key);
            if (!watched.Succeeded)
                return watched.Refusal;
        }
        return await grains.Conversation(key).Sync(new(socket.Actor, request.After, request.PageSize));
    }

    /// <summary>Leaves in turn with <see cref="Watch"/>, so that the later of the two wins.</summary>
    public async Task Unwatch(Socket socket, ConversationKey key)
    {
        if (!topics.TryGet(key.ToString(), out var topic))
            return;
        await topic.Enter();
        socket.Leave(topic, clock.Now);
        topic.Exit();
    }

    /// <summary>Takes or renews the lease in the name of one of the listeners. The gate must be held.</summary>
    public async Task<Outcome<ConversationView>> Lease(Topic topic, ConversationKey key, Actor reader)
    {
        var until = clock.ConversationUntil();
        var outcome = await grains.Conversation(key).Subscribe(ear.Until(until), reader);
        if (outcome.Succeeded)
            clock.ConversationLeased(topic, until);
        return outcome;
    }

    /// <summary>Gives the lease up. The gate must be held.</summary>
    public async Task Release(Topic topic)
    {
        topics.Retire(topic);
        await grains.Conversation(ConversationKey.Parse(topic.Key)).Unsubscribe(ear.Id);
    }
}
