using Grainline.Agents;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>Lets an agent's sockets listen to the agent's feed. The lease is also the agent's presence.</summary>
internal sealed class AgentWatch(AgentTopics topics, GatewayEar ear, IGrainFactory grains, LeaseClock clock)
{
    public async Task Watch(Socket socket)
    {
        var key = new AgentKey(socket.Session.Tenant, socket.Session.Id);
        var topic = await topics.Enter(key.ToString());
        try
        {
            if (!socket.Watches(topic))
                await Lease(topic, key);
            socket.Join(topic);
        }
        finally
        {
            topic.Exit();
        }
    }

    /// <summary>Takes or renews the lease. The gate must be held.</summary>
    public async Task Lease(Topic topic, AgentKey key)
    {
        var until = clock.AgentUntil();
        await grains.Agent(key).Subscribe(ear.Until(until));
        clock.AgentLeased(topic, until);
    }

    /// <summary>Gives the lease up. The gate must be held.</summary>
    public async Task Release(Topic topic)
    {
        topics.Retire(topic);
        await grains.Agent(AgentKey.Parse(topic.Key)).Unsubscribe(ear.Id);
    }
}
