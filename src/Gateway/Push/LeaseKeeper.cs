using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Gateway.Wire;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>Renews the leases that have listeners and gives up those that have none.</summary>
internal sealed partial class LeaseKeeper(
    ConversationTopics conversations, AgentTopics agents, ConversationWatch conversationWatch, AgentWatch agentWatch, Farewell farewell,
    LeaseClock clock, IHubProtocol protocol, IOptions<SocketOptions> options, TimeProvider time, ILogger<LeaseKeeper> logger) : BackgroundService
{
    // Enough to renew fifty thousand leases in half of five minutes, few enough not to flood the silos.
    private static readonly ParallelOptions AFew = new() { MaxDegreeOfParallelism = 32 };

    // Two rounds: a conversation that cannot be reached must not cost an agent its presence.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Repeat(SweepAgents, stoppingToken), Repeat(SweepConversations, stoppingToken));

    internal Task SweepAgents() =>
        Parallel.ForEachAsync(agents.All.Where(Due), AFew, (topic, _) => Look(topic, () => Renew(topic), agentWatch.Release));

    internal Task SweepConversations() =>
        Parallel.ForEachAsync(conversations.All.Where(Due), AFew, (topic, _) => Look(topic, () => RenewConversation(topic), conversationWatch.Release));

    private async Task Repeat(Func<Task> sweep, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(options.Value.Sweep, time);
        while (await timer.WaitForNextTickAsync(stopping))
            await sweep();
    }

    private bool Due(Topic topic) => topic.IsEmpty ? clock.Abandoned(topic) : topic.RenewAt <= clock.Now;

    private async ValueTask Look(Topic topic, Func<Task> renew, Func<Topic, Task> release)
    {
        await topic.Enter();
        try
        {
            if (topic.Retired)
                return;
            if (!topic.IsEmpty)
                await renew();
            else if (clock.Abandoned(topic))
                await release(topic);
        }
        catch (Exception e)
        {
            // One grain that cannot be reached must not keep the others from being renewed; this one is tried again at the next sweep.
            LeaseFailed(e, topic.Key);
        }
        finally
        {
            topic.Exit();
        }
    }

    private async Task Renew(Topic topic)
    {
        var lapsed = clock.Lapsed(topic);
        await agentWatch.Lease(topic, AgentKey.Parse(topic.Key));
        if (!lapsed)
            return;
        foreach (var socket in topic.Staff)
            await farewell.Close(socket, Disconnect.Resync);
    }

    private async Task RenewConversation(Topic topic)
    {
        var lapsed = clock.Lapsed(topic);
        var key = ConversationKey.Parse(topic.Key);
        foreach (var socket in topic.Visitors.Concat(topic.Staff))
        {
            var outcome = await conversationWatch.Lease(topic, key, socket.Actor);
            if (outcome.Succeeded)
                break;
            // It may not listen any more: the next listener takes the lease over.
            socket.Leave(topic, clock.Now);
        }
        if (!lapsed)
            return;
        var resync = Frame.Of(protocol, "Resync", new ResyncEvent(key.Id));
        foreach (var socket in topic.Visitors.Concat(topic.Staff))
            socket.Send(resync);
    }

    [LoggerMessage(1, LogLevel.Warning, "Lease on {Key} could not be renewed or given up")]
    private partial void LeaseFailed(Exception exception, string key);
}
