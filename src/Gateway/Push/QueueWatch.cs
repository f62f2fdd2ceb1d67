using Grainline.Agents;
using Grainline.Gateway.Apis;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>
/// Lets sockets watch queues: supervisors and administrators all of their tenant, agents their own. The socket joins before the lease is asked for, which answers with the picture of its
/// instant, so no change falls between the two.
/// </summary>
internal sealed class QueueWatch(QueueTopics topics, GatewayEar ear, IGrainFactory grains, LeaseClock clock)
{
    public async Task<Outcome<ItemList<QueueView>>> WatchAll(Socket socket)
    {
        var mine = await Visible(socket);
        if (!mine.Succeeded)
            return mine.Refusal;
        var views = await Task.WhenAll(mine.Value!.Select(id => Watch(socket, new(socket.Session.Tenant, id))));
        return new ItemList<QueueView>([.. views.Where(view => view.Succeeded).Select(view => view.Value!)]);
    }

    public async Task<Outcome<Done>> UnwatchAll(Socket socket)
    {
        foreach (var topic in topics.All.Where(socket.Watches))
        {
            await topic.Enter();
            socket.Leave(topic, clock.Now);
            topic.Exit();
        }

        return new Done();
    }

    /// <summary>Takes or renews the lease. The gate must be held.</summary>
    public async Task<Outcome<QueueView>> Lease(Topic topic, QueueKey key)
    {
        var until = clock.ConversationUntil();
        var outcome = await grains.Routing(key).Subscribe(ear.Until(until));
        if (outcome.Succeeded)
            clock.ConversationLeased(topic, until);
        return outcome;
    }

    /// <summary>Gives the lease up. The gate must be held.</summary>
    public async Task Release(Topic topic)
    {
        topics.Retire(topic);
        await grains.Routing(QueueKey.Parse(topic.Key)).Unsubscribe(ear.Id);
    }

    /// <summary>Whether the socket's owner may still watch the queue: agents are moved between queues while their consoles are open.</summary>
    public async Task<bool> May(Socket socket, QueueKey key) =>
        socket.Actor.Oversees || (await grains.Agent(new(socket.Session.Tenant, socket.Session.Id)).Snapshot()).Queues.Contains(key.Id);

    private async Task<Outcome<QueueView>> Watch(Socket socket, QueueKey key)
    {
        var topic = await topics.Enter(key.ToString());
        try
        {
            socket.Join(topic);
            var outcome = await Lease(topic, key);
            if (outcome.Succeeded)
                return outcome;
            socket.Leave(topic, clock.Now);
            if (topic.IsEmpty && topic.LeaseUntil == default)
                topics.Retire(topic);
            return outcome;
        }
        finally
        {
            topic.Exit();
        }
    }

    private async Task<Outcome<IEnumerable<string>>> Visible(Socket socket)
    {
        var tenant = await grains.Tenant(socket.Session.Tenant).View();
        if (!tenant.Succeeded)
            return tenant.Refusal;
        if (socket.Actor.Oversees)
            return new Outcome<IEnumerable<string>>(tenant.Value!.Queues, null);
        var me = await grains.Agent(new(socket.Session.Tenant, socket.Session.Id)).Snapshot();
        return new Outcome<IEnumerable<string>>(tenant.Value!.Queues.Intersect(me.Queues), null);
    }
}
