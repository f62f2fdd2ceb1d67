using Grainline.Deadlines;
using Grainline.Push;
using Grainline.Refusals;
using Orleans;
using Orleans.Concurrency;

namespace Grainline.Agents;

/// <summary>One agent. It alone owns its load: a slot is given only in its own turn, so it can never be over-assigned. Keyed by <see cref="AgentKey"/>.</summary>
[Alias("IAgentGrain")]
public interface IAgentGrain : IGrainWithStringKey, IDeadlineTarget
{
    /// <summary>Checks the shape only; that queues and skills exist is the tenant's to say (<see cref="Security.ITenantGrain.ConfigureAgent"/>).</summary>
    Task<Outcome<AgentSnapshot>> Configure(AgentProfile profile);

    Task<Outcome<AgentProfile>> Profile();

    /// <summary>Status intervals from the journal. A page reads a bounded part of it.</summary>
    Task<Outcome<StatusPage>> Statuses(StatusQuery query);

    Task<Outcome<LoadView>> SetAvailability(SetAvailability command);

    Task<Outcome<InboxState>> Inbox();

    Task<AgentSnapshot> Snapshot();

    /// <summary>Asks the agent to hold a slot. Only the agent grain may say yes.</summary>
    Task<Reservation> Reserve(OfferView offer);

    Task<Outcome<AgentSnapshot>> Take(TakeConversation command);

    /// <summary>Idempotent. A release that got lost is found by the agent's own audit of what it serves.</summary>
    [OneWay]
    Task Release(ReleaseSlot command);

    /// <summary>Takes or renews a gateway's lease on this agent's feed, which is also its presence: without any lease the agent goes offline.</summary>
    Task Subscribe(Subscription subscription);

    /// <summary>A gateway's last socket of this agent closed. Presence still lasts until the lease would have ended, so a reload loses nothing.</summary>
    Task Unsubscribe(string gateway);
}
