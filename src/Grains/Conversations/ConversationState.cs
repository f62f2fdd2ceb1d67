using System.Collections.Immutable;
using Grainline.Journaling;
using Grainline.Routing;
using static Grainline.Conversations.ConversationStatus;

namespace Grainline.Conversations;

/// <summary>A conversation without its messages: what decisions and headers need.</summary>
internal sealed record ConversationState : IEventSourced<ConversationState, ConversationEvent>
{
    public static ConversationState Initial { get; } = new();

    public bool Exists { get; init; }

    public ConversationStatus Status { get; init; }

    public string Queue { get; init; } = "";

    public VisitorSummary Visitor { get; init; } = new("", "", false);

    public AgentSummary? Assignee { get; init; }

    public HeldOffer? Offer { get; init; }

    /// <summary>The offer that the present assignee accepted: a repeated accept is answered from it.</summary>
    public string? AcceptedOffer { get; init; }

    /// <summary>The offer that was out last: a late word of it is not taken for a new one, and the queue is told that it is over.</summary>
    public string? PastOffer { get; init; }

    /// <summary>Who let the last offer pass: not asked again right away.</summary>
    public string? LastRefusedBy { get; init; }

    public string? Subject { get; init; }

    public string? Language { get; init; }

    public ImmutableDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? WaitingSince { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public string Channel { get; init; } = "web";

    public string? Topic { get; init; }

    public Priority? Priority { get; init; }

    /// <summary>Who served this visitor before, newest first; once it was reopened its own last agent is the newest.</summary>
    public ImmutableArray<string> PastAgents { get; init; } = [];

    /// <summary>Queues that it has overflowed from during this wait: none of them is tried again, so two full queues never play ball with it.</summary>
    public ImmutableArray<string> OverflowedFrom { get; init; } = [];

    /// <summary>Who served it last.</summary>
    public string? LastAgent { get; init; }

    /// <summary>Since when the assignee serves it.</summary>
    public DateTimeOffset? ServedSince { get; init; }

    /// <summary>How the last service ended, for its queue's figures.</summary>
    public EndedService? LastService { get; init; }

    /// <summary>Every agent that has served it: they may still read it.</summary>
    public ImmutableHashSet<string> ServedBy { get; init; } = [];

    public long Version { get; init; }

    public long VisitorHead { get; init; }

    public long StaffHead { get; init; }

    public LastMessageView? LastForVisitors { get; init; }

    public LastMessageView? LastForStaff { get; init; }

    public long VisitorReadSeq { get; init; }

    public long StaffReadSeq { get; init; }

    public int? Score { get; init; }

    /// <summary>Tickets that were made from it.</summary>
    public ImmutableArray<TicketReference> Tickets { get; init; } = [];

    public ConversationState Apply(ConversationEvent @event, long seq, DateTimeOffset at)
    {
        var audience = ConversationAudience.Of(@event);
        return (this with
        {
            Version = seq,
            VisitorHead = audience.HasFlag(Audience.Visitors) ? seq : VisitorHead,
            StaffHead = audience.HasFlag(Audience.Staff) ? seq : StaffHead,
        }).Fold(@event, seq, at, audience);
    }

    private ConversationState Fold(ConversationEvent @event, long seq, DateTimeOffset at, Audience audience) => @event switch
    {
        ConversationOpened e => this with
        {
            Exists = true,
            Status = Open,
            Visitor = e.Visitor,
            Queue = e.Queue,
            Subject = e.Subject,
            Language = e.Language,
            Attributes = e.Attributes,
            Channel = e.Channel ?? Channel,
            Topic = e.Topic,
            PastAgents = e.PastAgents ?? [],
            OpenedAt = at,
        },
        MessagePosted e => Remember(new LastMessageView(seq, e.Author, e.Kind, Preview.Of(e), at), audience),
        ConversationQueued e => this with
        {
            Status = Queued,
            Queue = e.Queue,
            Assignee = null,
            Offer = null,
            PastOffer = Offer?.OfferId ?? PastOffer,
            AcceptedOffer = null,
            ResolvedAt = null,
            WaitingSince = WaitingSince ?? at,
            PastAgents = e.Because == QueuedBecause.Reopened && LastAgent is { } last ? [last, .. PastAgents.Remove(last).Take(2)] : PastAgents,
            OverflowedFrom = e.Because == QueuedBecause.Overflowed ? OverflowedFrom.Add(Queue) : [],
            LastRefusedBy = e.Because is QueuedBecause.Returned or QueuedBecause.Transferred ? Assignee?.Id : LastRefusedBy,
        },
        OfferMade e => this with { Status = Offered, Offer = new(e.OfferId, e.Agent, e.ExpiresAt) },
        OfferLapsed e => this with { Status = Queued, Offer = null, PastOffer = e.OfferId, LastRefusedBy = e.Agent.Id },
        ConversationAssigned e => this with
        {
            Status = Assigned,
            Assignee = e.Agent,
            Offer = null,
            PastOffer = e.OfferId ?? Offer?.OfferId ?? PastOffer,
            AcceptedOffer = e.OfferId,
            WaitingSince = null,
            LastRefusedBy = null,
            OverflowedFrom = [],
            LastAgent = e.Agent.Id,
            ServedSince = at,
            ServedBy = ServedBy.Add(e.Agent.Id),
        },
        ConversationClassified e => this with { Topic = e.Topic, Priority = e.Priority },
        ConversationHeld => this with { Status = OnHold },
        ConversationResumed => this with { Status = Assigned },
        ConversationResolved => this with
        {
            Status = Resolved,
            Assignee = null,
            Offer = null,
            PastOffer = Offer?.OfferId ?? PastOffer,
            AcceptedOffer = null,
            WaitingSince = null,
            ResolvedAt = at,
            LastService = Ended(at, resolved: true),
        },
        ConversationClosed => this with
        {
            Status = Closed,
            Assignee = null,
            Offer = null,
            AcceptedOffer = null,
            WaitingSince = null,
            LastService = Ended(at, resolved: false),
        },
        ConversationRated e => this with { Score = e.Score },
        TicketLinked e => this with { Tickets = Tickets.Add(new(e.TicketId, e.Number)) },
        ReadMarked e => this with { VisitorReadSeq = Math.Max(VisitorReadSeq, e.VisitorSeq), StaffReadSeq = Math.Max(StaffReadSeq, e.StaffSeq) },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };

    /// <summary>The end of a conversation that nobody serves at that moment ends no service.</summary>
    private EndedService? Ended(DateTimeOffset at, bool resolved) =>
        Assignee is { } agent && ServedSince is { } since ? new(agent.Id, Queue, (at - since).TotalSeconds, resolved) : LastService;

    private ConversationState Remember(LastMessageView last, Audience audience) =>
        this with { LastForStaff = last, LastForVisitors = audience.HasFlag(Audience.Visitors) ? last : LastForVisitors };
}

internal sealed record EndedService(string AgentId, string Queue, double HandleSeconds, bool Resolved);

internal sealed record HeldOffer(string OfferId, AgentSummary Agent, DateTimeOffset ExpiresAt);
