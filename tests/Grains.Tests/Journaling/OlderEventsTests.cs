using System.Text;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Journal;
using Grainline.Journaling;
using Grainline.Routing;

namespace Grainline.Tests.Journaling;

/// <summary>Entries as earlier versions wrote them: what they lack reads as what was meant then.</summary>
public sealed class OlderEventsTests
{
    private static readonly DateTimeOffset Then = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AgentEvents_WithoutSizesAndSkills_WeighOneSlotEach()
    {
        var codec = new EventCodec<AgentEvent>(AgentJson.Default);
        var state = AgentState.Initial;
        (string Type, string Json)[] written =
        [
            ("agent.configured", """{"name":"Amy","capacity":3,"queues":["support"]}"""),
            ("agent.availability", """{"status":"Available"}"""),
            ("agent.offer-reserved", """{"offer":{"offerId":"c1.1-1","conversation":{"conversationId":"c1","queue":"support","visitor":{"id":"ada","name":"Ada","verified":false},"waitingSince":"2026-01-01T00:00:00+00:00"},"offeredAt":"2026-01-01T00:00:00+00:00","expiresAt":"2026-01-01T00:00:30+00:00"}}"""),
            ("agent.conversation-taken", """{"conversationId":"c2"}"""),
        ];
        foreach (var (i, (type, json)) in written.Index())
            state = state.Apply(codec.Decode(Entry(i + 1, type, json)), i + 1, Then);
        Assert.Equal((2, 0, 3), (state.Load, state.InterruptibleLoad, state.Capacity));
        Assert.True(state.Skills.IsEmpty && state.Languages.IsEmpty && state.Shift is null);
        Assert.Equal("web", state.OfferFor("c1")!.Conversation.Channel);
        state = state.Apply(codec.Decode(Entry(5, "agent.offer-released", """{"offerId":"c1.1-1","reason":"expired"}""")), 5, Then);
        Assert.Equal((1, 1), (state.Load, state.Missed));
    }

    [Fact]
    public void ConversationEvents_WithoutAChannel_CameFromTheWeb()
    {
        var codec = new EventCodec<ConversationEvent>(ConversationJson.Default);
        var opened = codec.Decode(Entry(1, "conversation.opened", """{"visitor":{"id":"ada","name":"Ada","verified":false},"queue":"support","attributes":{}}"""));
        var state = ConversationState.Initial.Apply(opened, 1, Then);
        Assert.Equal(("web", null, null), (state.Channel, state.Topic, state.Priority));
        Assert.True(state.PastAgents.IsEmpty);
    }

    [Fact]
    public void MessagePosted_WithoutAnId_IsShownWithoutOne()
    {
        var codec = new EventCodec<ConversationEvent>(ConversationJson.Default);
        var posted = codec.Decode(Entry(1, "conversation.message", """{"clientMessageId":"m1","author":{"kind":"Visitor","id":"ada","name":"Ada"},"kind":"Text","text":"hello"}"""));
        var message = ConversationViews.Message(new("acme", "01971d0b0fd87c1c8e6bd6a3a4c8e111"), posted, 1, Then);
        Assert.Equal((null, "m1", "hello"), (message.Id, message.ClientMessageId, message.Text));
        Assert.DoesNotContain("\"id\":null", System.Text.Json.JsonSerializer.Serialize(message, System.Text.Json.JsonSerializerOptions.Web), StringComparison.Ordinal);
    }

    [Fact]
    public void LineLeft_WithoutAReason_IsRead()
    {
        var left = new EventCodec<RoutingEvent>(RoutingJson.Default).Decode(Entry(1, "routing.left", """{"conversationId":"c1"}"""));
        Assert.Equal(new LineLeft("c1"), left);
    }

    private static JournalEntry Entry(long seq, string type, string json) =>
        new(seq, "any", seq, type, Encoding.UTF8.GetBytes(json), Then, null);
}
