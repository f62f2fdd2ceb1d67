using System.Collections.Immutable;
using Grainline.Journaling;

namespace Grainline.Agents;

/// <summary>An agent's status, held offers and served conversations: its load.</summary>
internal sealed record AgentState : IEventSourced<AgentState, AgentEvent>
{
    public static AgentState Initial { get; } = new();

    public string Name { get; init; } = "";

    /// <summary>0 until configured: such an agent does not exist.</summary>
    public int Capacity { get; init; }

    public ImmutableArray<string> Queues { get; init; } = [];

    public AgentStatus Status { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset Since { get; init; }

    /// <summary>By offer id.</summary>
    public ImmutableSortedDictionary<string, OfferView> Offers { get; init; } = ImmutableSortedDictionary<string, OfferView>.Empty;

    /// <summary>Conversation ids in the order taken.</summary>
    public ImmutableArray<string> Served { get; init; } = [];

    public int Missed { get; init; }

    public long Version { get; init; }

    public int Load => Served.Length + Offers.Count;

    public bool HasFreeSlot => Load < Capacity;

    public AgentState Apply(AgentEvent @event, long seq, DateTimeOffset at) => Fold(@event, at) with { Version = seq };

    private AgentState Fold(AgentEvent @event, DateTimeOffset at) => @event switch
    {
        AgentConfigured e => this with { Name = e.Name, Capacity = e.Capacity, Queues = e.Queues, Since = Version == 0 ? at : Since },
        AvailabilityChanged e => this with { Status = e.Status, Reason = e.Reason, Since = at, Missed = 0 },
        OfferReserved e => this with { Offers = Offers.SetItem(e.Offer.OfferId, e.Offer) },
        OfferReleased e => this with { Offers = Offers.Remove(e.OfferId), Missed = e.Reason == "expired" ? Missed + 1 : Missed },
        ConversationTaken e => this with
        {
            Offers = e.OfferId is null ? Offers : Offers.Remove(e.OfferId),
            Served = Served.Contains(e.ConversationId) ? Served : Served.Add(e.ConversationId),
            Missed = 0,
        },
        ConversationReleased e => this with { Served = Served.Remove(e.ConversationId) },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };

    public AgentSnapshot Snapshot(string agentId) => new(agentId, Name, Status, Reason, Since, Load, Capacity, Queues, Version);

    public LoadView LoadView() => new(Status, Reason, Since, Load, Capacity);
}
