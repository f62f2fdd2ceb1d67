using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Journaling;

namespace Grainline.Routing;

/// <summary>A queue's line and the offers that are out. The picture of the agents is not part of it: agents repeat themselves.</summary>
internal sealed record RoutingState : IEventSourced<RoutingState, RoutingEvent>
{
    public static RoutingState Initial { get; } = new();

    public QueueProfile? Profile { get; init; }

    public long PolicyVersion { get; init; }

    public WaitingLine Line { get; init; } = WaitingLine.Empty;

    /// <summary>By conversation id. An offer keeps no place in line; the conversation joins again if it lapses, with its old waiting time.</summary>
    public ImmutableDictionary<string, OutstandingOffer> Offers { get; init; } = ImmutableDictionary<string, OutstandingOffer>.Empty;

    /// <summary>Numbers offers, so that no two of one conversation share an id.</summary>
    public long Decisions { get; init; }

    public RoutingState Apply(RoutingEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        QueueConfigured e => this with { Profile = e.Profile, PolicyVersion = seq },
        LineJoined e => this with { Line = Line.Join(new(e.Conversation, e.NotAgent, at)), Offers = Offers.Remove(e.Conversation.ConversationId) },
        LineLeft e => this with { Line = Line.Leave(e.ConversationId), Offers = Offers.Remove(e.ConversationId) },
        OfferDecided e => this with
        {
            Line = Line.Leave(e.ConversationId),
            Offers = Offers.SetItem(e.ConversationId, new(e.Offer, e.Agent)),
            Decisions = Decisions + 1,
        },
        ServiceFinished => this,
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };
}

internal sealed record OutstandingOffer(OfferView Offer, AgentSummary Agent);
