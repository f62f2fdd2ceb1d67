using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Journaling;
using Grainline.Routing.Learning;

namespace Grainline.Routing;

/// <summary>A queue's line, the offers that are out, its policies and its figures. The picture of the agents is not part of it: agents repeat themselves.</summary>
internal sealed record RoutingState : IEventSourced<RoutingState, RoutingEvent>
{
    public static RoutingState Initial { get; } = new();

    public static int Schema => 3;

    public QueueProfile? Profile { get; init; }

    public PolicyHistory Policies { get; init; } = PolicyHistory.Empty;

    public WaitingLine Line { get; init; } = WaitingLine.Empty;

    /// <summary>By conversation id. An offer keeps no place in line; the conversation joins again if it lapses, with its old waiting time.</summary>
    public ImmutableDictionary<string, OutstandingOffer> Offers { get; init; } = ImmutableDictionary<string, OutstandingOffer>.Empty;

    /// <summary>Numbers offers, so that no two of one conversation share an id.</summary>
    public long Decisions { get; init; }

    public QueueBook Book { get; init; } = QueueBook.Empty;

    /// <summary>What its agents take for what topics, learned under every policy.</summary>
    public LearningState Learning { get; init; } = LearningState.Empty;

    public RoutingState Apply(RoutingEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        QueueConfigured e => Configured(e.Profile, at),
        LineJoined e => Joined(e, at),
        LineLeft e => Left(e, at),
        OfferDecided e => this with
        {
            Line = Line.Leave(e.ConversationId),
            Offers = Offers.SetItem(e.ConversationId, new(e.Offer, e.Agent, Line.Find(e.ConversationId)?.Promise)),
            Decisions = Decisions + 1,
            Learning = Learning.Decided(e.ConversationId, e.Offer.Conversation.Topic, e.Agent.Id, e.Candidates, e.Offer.SkillMatch),
        },
        PolicyPublished e => this with { Policies = Policies.Publish(new(e.Version, e.Spec, at, e.By, e.Note)) },
        PolicyRolledBack e => this with { Policies = Policies.RollBack(e.ToVersion) },
        ServiceFinished { Outcome: var o } => this with
        {
            Learning = Learning.Finished(o.ConversationId, o.AgentId, o.Topic, o.HandleSeconds, o.Resolved, o.Score),
        },
        AgentsWatched e => Count(at, new(at) { BusySeconds = e.BusySeconds, CapacitySeconds = e.CapacitySeconds }),
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };

    private RoutingState Configured(QueueProfile profile, DateTimeOffset at) => this with
    {
        Profile = profile,
        Policies = profile.Policy == Profile?.Policy ? Policies : Policies.Publish(new(Policies.Next, new(profile.Policy), at, null, null)),
    };

    private RoutingState Joined(LineJoined e, DateTimeOffset at)
    {
        var id = e.Conversation.ConversationId;
        var (place, offer) = (Line.Find(id), Offers.GetValueOrDefault(id));
        var promise = place is not null ? place.Promise : offer is not null ? offer.Promise : e.EtaSeconds is { } eta ? new(at, eta) : null;
        var joined = this with { Line = Line.Join(new(e.Conversation, e.NotAgent, at, promise)), Offers = Offers.Remove(id) };
        return place is null && offer is null ? joined.Count(at, new(at) { Offered = 1 }) : joined;
    }

    private RoutingState Left(LineLeft e, DateTimeOffset at)
    {
        var (place, offer) = (Line.Find(e.ConversationId), Offers.GetValueOrDefault(e.ConversationId));
        var left = this with { Line = Line.Leave(e.ConversationId), Offers = Offers.Remove(e.ConversationId) };
        return (place?.Conversation ?? offer?.Offer.Conversation) is { } conversation
            ? left.Count(at, WaitTally.Of(e, conversation, place?.Promise ?? offer?.Promise, Profile?.Target ?? ServiceTarget.Usual, at))
            : left;
    }

    private RoutingState Count(DateTimeOffset at, QueueTally happened) => this with { Book = Book.Add(at, happened) };
}

/// <param name="Promise">Goes with the conversation until it is accepted.</param>
internal sealed record OutstandingOffer(OfferView Offer, AgentSummary Agent, WaitPromise? Promise = null);
