using System.Collections.Immutable;
using System.Text.Json;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Deadlines;
using Grainline.Journaling;
using Grainline.Routing;
using Grainline.Tests.Conversations;
using Grainline.Visitors;

namespace Grainline.Tests.Journaling;

/// <summary>What a snapshot brings back must be what it was made of, and go on folding the same way.</summary>
public sealed class SnapshotTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Author Ada = new(ActorKind.Visitor, "ada", "Ada");
    private static readonly AgentSummary Amy = new("amy", "Amy");
    private static readonly WaitingConversation Waits = new("c1", "support", People.Ada, "subject", "zh-CN", "hello", At);
    private static readonly OfferView Offer = new("c1.1-1", Waits, At, At.AddSeconds(30));

    [Fact]
    public void Conversation_ThroughASnapshot_IsTheSame() => Same<ConversationState, ConversationEvent>(
        new ConversationOpened(People.Ada, "support", "subject", "en", ImmutableDictionary<string, string>.Empty.Add("page", "/cart")),
        new ConversationQueued("support", QueuedBecause.Opened, Ada), new MessagePosted("m1", Ada, MessageKind.Text, "hello"),
        new OfferMade("o1", Amy, At), new OfferLapsed("o1", Amy, "declined"), new OfferMade("o2", Amy, At), new ConversationAssigned(Amy, "o2", Ada),
        new ConversationHeld(Ada), new ConversationResumed(Ada), new ReadMarked(3, 4), new ConversationResolved(Ada), new ConversationRated(Ada, 5, null));

    [Fact]
    public void Agent_ThroughASnapshot_IsTheSame() => Same<AgentState, AgentEvent>(
        new AgentConfigured("Amy", 3, ["support", "returns"]), new AvailabilityChanged(AgentStatus.Available, null), new OfferReserved(Offer),
        new ConversationTaken("c1", Offer.OfferId), new OfferReserved(Offer with { OfferId = "c2.1-2" }), new OfferReleased("c2.1-2", "expired"));

    [Fact]
    public void Routing_ThroughASnapshot_IsTheSame()
    {
        var back = Same<RoutingState, RoutingEvent>(
            new QueueConfigured(new("Support", "least-loaded", 30)), new LineJoined(Waits, null),
            new LineJoined(Waits with { ConversationId = "c2", WaitingSince = At.AddSeconds(-5) }, "amy"),
            new LineJoined(Waits with { ConversationId = "c3" }, null), new OfferDecided("c3", Offer, Amy, "least-loaded", 1, [new("amy", 0.5, 1, 2)], []));
        Assert.Equal(["c2", "c1"], back.Line.InOrder.Select(w => w.Id));
        Assert.Equal(["c2"], back.Line.Leave("c1").InOrder.Select(w => w.Id));
        Assert.Equal("c3", Assert.Single(back.Offers).Key);
    }

    [Fact]
    public void Visitor_ThroughASnapshot_IsTheSame() => Same<VisitorState, VisitorEvent>(
        new VisitorRegistered("demo", "Ada", "ada@example.org", true), new ConversationStarted("c1", "web"), new ConversationStarted("c2", "web"));

    [Fact]
    public void Deadlines_ThroughASnapshot_AreTheSame() => Same<DeadlineState, DeadlineEvent>(
        new DeadlineSet(new(DeadlineTargetKind.Agent, "t/a", "presence", "", At)), new DeadlineSet(new(DeadlineTargetKind.Conversation, "t/c", "offer", "o", At)),
        new DeadlineCleared(DeadlineTargetKind.Agent, "t/a", "presence"));

    private static TState Same<TState, TEvent>(params TEvent[] events)
        where TState : class, IEventSourced<TState, TEvent>
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        var state = TState.Initial;
        for (var i = 0; i < events.Length; i++)
            state = state.Apply(events[i], i + 1, At.AddSeconds(i));
        var json = JsonSerializer.Serialize(new Snapshot<TState> { Seq = events.Length, Schema = TState.Schema, State = state }, options);
        var back = JsonSerializer.Deserialize<Snapshot<TState>>(json, options)!;
        Assert.Equal(events.Length, back.Seq);
        Assert.Equal(json, JsonSerializer.Serialize(back, options));
        foreach (var @event in events)
            Assert.Equal(JsonSerializer.Serialize(state.Apply(@event, 99, At), options), JsonSerializer.Serialize(back.State!.Apply(@event, 99, At), options));
        return back.State!;
    }
}
