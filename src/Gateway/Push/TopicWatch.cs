using Grainline.Push;
using Grainline.Refusals;

namespace Grainline.Gateway.Push;

/// <summary>
/// Lets staff's sockets follow one kind of thing, one by one. The grain is asked for every new listener, because it alone decides who may, and only then the socket joins. The lease answers with the
/// picture of that instant: when a change was told before the socket had joined, a second lease brings the picture after it.
/// </summary>
internal abstract class TopicWatch<TView>(Topics topics, GatewayEar ear, LeaseClock clock)
{
    /// <summary>Takes or renews the lease in the name of one of the listeners. The gate must be held.</summary>
    public async Task<Outcome<TView>> Lease(Topic topic, Actor reader)
    {
        var until = clock.ConversationUntil();
        var outcome = await Subscribe(topic.Key, ear.Until(until), reader);
        if (outcome.Succeeded)
            clock.ConversationLeased(topic, until);
        return outcome;
    }

    /// <summary>Gives the lease up. The gate must be held.</summary>
    public async Task Release(Topic topic)
    {
        topics.Retire(topic);
        await Unsubscribe(topic.Key, ear.Id);
    }

    protected async Task<Outcome<TView>> Watch(Socket socket, string key)
    {
        var topic = await topics.Enter(key);
        try
        {
            var pushes = topic.Pushes;
            var outcome = await Join(socket, topic);
            if (outcome.Succeeded && topic.Pushes != pushes)
                outcome = await Join(socket, topic);
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
    protected async Task<Outcome<Done>> Unwatch(Socket socket, string key)
    {
        if (!topics.TryGet(key, out var topic))
            return new Done();
        await topic.Enter();
        socket.Leave(topic, clock.Now);
        topic.Exit();
        return new Done();
    }

    private async Task<Outcome<TView>> Join(Socket socket, Topic topic)
    {
        var outcome = await Lease(topic, socket.Actor);
        if (outcome.Succeeded && !IsOver(outcome.Value!))
            socket.Join(topic);
        else
            socket.Leave(topic, clock.Now);
        return outcome;
    }

    protected abstract Task<Outcome<TView>> Subscribe(string key, Subscription subscription, Actor reader);

    protected abstract Task Unsubscribe(string key, string gateway);

    /// <summary>Nothing more will be told.</summary>
    protected virtual bool IsOver(TView view) => false;
}
