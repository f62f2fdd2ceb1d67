using Grainline.Agents;
using Grainline.Push;
using Grainline.Refusals;
using Orleans;
using Orleans.Concurrency;

namespace Grainline.Routing;

/// <summary>One queue: its waiting line, its picture of the agents, its policy. It offers; it never assigns. Keyed by <see cref="QueueKey"/>.</summary>
[Alias("IRoutingGrain")]
public interface IRoutingGrain : IGrainWithStringKey
{
    /// <summary>Idempotent. That the queues it overflows to exist is the tenant's to know.</summary>
    Task<Outcome<QueueView>> Configure(QueueProfile profile);

    Task<Outcome<QueueView>> View();

    /// <summary>Checks the policy, then puts it in force for the next decision.</summary>
    Task<Outcome<PolicyVersionView>> PublishPolicy(PublishPolicy command);

    /// <summary>Puts an earlier version back in force for the next decision.</summary>
    Task<Outcome<PolicyVersionView>> RollBackPolicy(RollBackPolicy command);

    Task<Outcome<PolicyList>> Policies();

    /// <summary>Why a conversation that waits here has nobody yet, as of now; <c>ConversationNotFound</c> when it does not wait here.</summary>
    Task<Outcome<DecisionView>> Explain(string conversationId);

    /// <summary>What a conversation of the channel takes of an agent's capacity.</summary>
    Task<WorkSize> WorkOf(string channel);

    /// <summary>The conversation that this agent would be given next, if it asks for one, whatever its status; null when none waits that it may serve.</summary>
    Task<string?> BestFor(string agentId);

    /// <summary>
    /// Joins the line or asserts that the conversation still waits; answered by <see cref="Conversations.IConversationGrain.Routed"/>. Repeated while it waits, so a lost call heals.
    /// </summary>
    [OneWay]
    Task Enqueue(Enqueue command);

    /// <summary>Takes a conversation out of the line, or forgets its offer; idempotent.</summary>
    [OneWay]
    Task Withdraw(WithdrawFromQueue command);

    /// <summary>How the service of a conversation that came from here has ended; told again with its score once the visitor has rated it. Lost calls are not repeated: it feeds figures, no decision about people depends on one.</summary>
    [OneWay]
    Task Finished(ConversationOutcome outcome);

    /// <summary>An agent's state has changed. Repeated while the agent is at work, so a lost notice heals.</summary>
    [OneWay]
    Task AgentChanged(AgentSnapshot agent);

    /// <summary>Takes or renews a gateway's lease on this queue's picture and answers with it.</summary>
    Task<Outcome<QueueView>> Subscribe(Subscription subscription);

    Task Unsubscribe(string gateway);
}

/// <summary>Names one queue of one tenant.</summary>
public readonly record struct QueueKey(string Tenant, string Id)
{
    public override string ToString() => TenantScoped.Format(Tenant, Id);

    public static QueueKey Parse(string key) =>
        TenantScoped.TryParse(key, out var tenant, out var id) ? new(tenant, id) : throw new FormatException($"'{key}' is no queue key.");
}

public static class RoutingGrains
{
    public static IRoutingGrain Routing(this IGrainFactory grains, QueueKey key) => grains.GetGrain<IRoutingGrain>(key.ToString());
}
