using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Journaling;
using Grainline.Routing;
using Grainline.Shifts;

namespace Grainline.Agents;

/// <summary>An agent's status, held offers and served conversations: its load.</summary>
internal sealed record AgentState : IEventSourced<AgentState, AgentEvent>
{
    public static AgentState Initial { get; } = new();

    /// <summary>2: work sizes and idleness.</summary>
    public static int Schema => 2;

    public string Name { get; init; } = "";

    /// <summary>0 until configured: such an agent does not exist.</summary>
    public int Capacity { get; init; }

    public ImmutableArray<string> Queues { get; init; } = [];

    /// <summary>At most one entry a skill.</summary>
    public ImmutableArray<SkillLevel> Skills { get; init; } = [];

    public ImmutableArray<string> Languages { get; init; } = [];

    public WeeklyHours? Shift { get; init; }

    public AgentStatus Status { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset Since { get; init; }

    /// <summary>By offer id.</summary>
    public ImmutableSortedDictionary<string, OfferView> Offers { get; init; } = ImmutableSortedDictionary<string, OfferView>.Empty;

    /// <summary>Conversation ids in the order taken.</summary>
    public ImmutableArray<string> Served { get; init; } = [];

    /// <summary>Sizes of served conversations, by id, where they are not one slot.</summary>
    public ImmutableDictionary<string, WorkSize> Sizes { get; init; } = ImmutableDictionary<string, WorkSize>.Empty;

    /// <summary>Offers that passed unanswered in a row.</summary>
    public int Missed { get; init; }

    /// <summary>When it was last given work, or became available if that was later.</summary>
    public DateTimeOffset IdleSince { get; init; }

    public long Version { get; init; }

    /// <summary>Primary work in units.</summary>
    [JsonIgnore]
    public int Load => Units(interruptible: false);

    [JsonIgnore]
    public int InterruptibleLoad => Units(interruptible: true);

    /// <summary>Primary work comes in on top of interruptible work; interruptible work only into what both leave free.</summary>
    public bool HasRoomFor(WorkSize work) => Load + work.Weight + (work.Interruptible ? InterruptibleLoad : 0) <= Capacity;

    public WorkSize SizeOf(string conversationId) => Sizes.GetValueOrDefault(conversationId, WorkSize.One);

    public OfferView? OfferFor(string conversationId) => Offers.Values.FirstOrDefault(o => o.Conversation.ConversationId == conversationId);

    public AgentState Apply(AgentEvent @event, long seq, DateTimeOffset at) => Fold(@event, at) with { Version = seq };

    private AgentState Fold(AgentEvent @event, DateTimeOffset at) => @event switch
    {
        AgentConfigured e => this with
        {
            Name = e.Name,
            Capacity = e.Capacity,
            Queues = e.Queues,
            Skills = e.Skills ?? [],
            Languages = e.Languages ?? [],
            Shift = e.Shift,
            Since = Version == 0 ? at : Since,
        },
        AvailabilityChanged e => this with
        {
            Status = e.Status,
            Reason = e.Reason,
            Since = at,
            Missed = 0,
            IdleSince = e.Status == AgentStatus.Available && Status != AgentStatus.Available ? at : IdleSince,
        },
        OfferReserved e => this with { Offers = Offers.SetItem(e.Offer.OfferId, e.Offer) },
        OfferReleased e => this with { Offers = Offers.Remove(e.OfferId), Missed = e is { Reason: "expired", Excused: not true } ? Missed + 1 : Missed },
        ConversationTaken e => this with
        {
            Offers = e.OfferId is null ? Offers : Offers.Remove(e.OfferId),
            Served = Served.Contains(e.ConversationId) ? Served : Served.Add(e.ConversationId),
            Sizes = e.Work is null || e.Work == WorkSize.One ? Sizes.Remove(e.ConversationId) : Sizes.SetItem(e.ConversationId, e.Work),
            Missed = 0,
            IdleSince = at,
        },
        ConversationReleased e => this with { Served = Served.Remove(e.ConversationId), Sizes = Sizes.Remove(e.ConversationId) },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };

    public AgentSnapshot Snapshot(string agentId) => new(
        agentId, Name, Status, Reason, Since, Load, Capacity, Queues, Version, InterruptibleLoad, IdleSince, Skills, Languages, Shift);

    public LoadView LoadView() => new(Status, Reason, Since, Load, Capacity, InterruptibleLoad);

    public AgentProfile Profile() => new(Name, Capacity, Queues, Skills, Languages, Shift);

    private int Units(bool interruptible)
    {
        var units = 0;
        foreach (var conversation in Served)
            units += SizeOf(conversation) is var size && size.Interruptible == interruptible ? size.Weight : 0;
        foreach (var offer in Offers.Values)
            units += (offer.Work ?? WorkSize.One) is var size && size.Interruptible == interruptible ? size.Weight : 0;
        return units;
    }
}
