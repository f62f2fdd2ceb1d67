using System.Text.Json;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Conversations;

/// <summary>What a queue says of a waiting conversation, and what the conversation says to its queue.</summary>
public sealed class ConversationNoticeTests
{
    [Fact]
    public async Task Routed_ByAClosedQueue_ShowsWhenItOpens()
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        // What the queue itself has to say comes first, or it would be the last word.
        await Eventually.Becomes(() => host.Conversation("c1").View(Visitor()), v => v.Value!.Position is 1);
        var opensAt = host.Clock.GetUtcNow().AddHours(9);
        await host.Conversation("c1").Routed(new("c1", 3, null, null, null, opensAt, null, GrainHost.Queue));
        var view = await Eventually.Becomes(() => host.Conversation("c1").View(Visitor()), v => v.Value!.OpensAt is not null);
        Assert.Equal((opensAt, ConversationStatus.Queued), (view.Value!.OpensAt!.Value, view.Value.Status));
        await host.Conversation("c1").Close(Visitor());
        Assert.Null((await host.Conversation("c1").View(Visitor())).Value!.OpensAt);
    }

    [Fact]
    public async Task Routed_WithAnOverflow_MovesOnWithItsWaitingTime()
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        var since = (await host.Conversation("c1").View(Supervisor)).Value!.WaitingSince;
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await Overflow(host, GrainHost.Queue, GrainHost.OtherQueue);
        var view = await Eventually.Becomes(() => host.Conversation("c1").View(Supervisor), v => v.Value!.Queue == GrainHost.OtherQueue);
        Assert.Equal((ConversationStatus.Queued, since), (view.Value!.Status, view.Value.WaitingSince));
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 0);
        Assert.Equal("overflowed", (await Events(host, "routing.left")).Single().GetProperty("reason").GetString());
        Assert.DoesNotContain("overflowed", (await host.Conversation("c1").Sync(new(Visitor(), 0, 50))).Value!.Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task Routed_WithAnOverflowThatLeadsNowhereOrBack_StaysWhereItIs()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Conversation("c1").Open(Opening());
        await Overflow(host, GrainHost.Queue, "no-such-queue");
        await Overflow(host, GrainHost.Queue, GrainHost.OtherQueue);
        await Eventually.Becomes(() => host.Conversation("c1").View(Supervisor), v => v.Value!.Queue == GrainHost.OtherQueue);
        await Overflow(host, GrainHost.OtherQueue, GrainHost.Queue);
        await Overflow(host, GrainHost.Queue, "returns");

        // One-way calls are answered in order: this one is answered after them.
        Assert.True((await host.Conversation("c1").Classify(new(Supervisor, "late", null))).Succeeded);
        Assert.Equal(GrainHost.OtherQueue, (await host.Conversation("c1").View(Supervisor)).Value!.Queue);
    }

    [Fact]
    public async Task Resolve_OfAServedConversation_TellsItsQueueWhatCameOfIt()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, null));
        await host.Conversation("c1").Open(Opening() with { Topic = "refunds" });
        await host.Conversation("c1").Pull(Agent("amy"));
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await host.Conversation("c1").Hold(Agent("amy"));
        await host.Conversation("c1").Resolve(Agent("amy"));
        await host.Conversation("c1").Rate(new(Visitor(), 4, null));
        var told = await Eventually.Becomes(() => Events(host, "routing.finished"), e => e.Length == 2);
        Assert.All(told.Select(e => e.GetProperty("outcome")), outcome =>
        {
            Assert.Equal(("c1", "amy", "refunds"), (Text(outcome, "conversationId"), Text(outcome, "agentId"), Text(outcome, "topic")));
            Assert.Equal((10.0, true), (outcome.GetProperty("handleSeconds").GetDouble(), outcome.GetProperty("resolved").GetBoolean()));
        });
        Assert.Equal(4, told[1].GetProperty("outcome").GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task Post_ThatReopens_NamesItsLastAgentFirst()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, null));
        await host.Conversation("c1").Open(Opening() with { PastAgents = ["kim", "bo", "amy"] });
        await host.Conversation("c1").Pull(Agent("amy"));
        await host.Conversation("c1").Resolve(Agent("amy"));
        await host.Agent("li").SetAvailability(new(AgentStatus.Available, null));
        Assert.True((await host.Conversation("c1").Post(new(Visitor(), "m1", "one more thing"))).Succeeded);
        var inbox = await Eventually.Becomes(() => host.Agent("li").Inbox(), i => i.Value!.Offers.Length == 1);
        Assert.Equal(["amy", "kim", "bo"], inbox.Value!.Offers[0].Conversation.PastAgents!.Value);
    }

    [Theory]
    [InlineData(true, "closed")]
    [InlineData(false, "cancelled")]
    public async Task End_OfAWaitingConversation_SaysWhetherTheVisitorGaveUp(bool byVisitor, string reason)
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 1);
        await (byVisitor ? host.Conversation("c1").Close(Visitor()) : host.Conversation("c1").Resolve(Supervisor));
        var left = await Eventually.Becomes(() => Events(host, "routing.left"), e => e.Length == 1);
        Assert.Equal(reason, Text(left[0], "reason"));
        Assert.Empty(await Events(host, "routing.finished"));
    }

    [Fact]
    public async Task Decline_WithAReason_IsWrittenDownOnBothSides()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        await host.Conversation("c1").Open(Opening());
        await Eventually.Becomes(() => host.Conversation("c1").View(Supervisor), v => v.Value!.Status == ConversationStatus.Offered);
        var offer = (await host.Agent("amy").Inbox()).Value!.Offers[0];
        Assert.True((await host.Conversation("c1").Decline(new(Agent("amy"), offer.OfferId, "not my language"))).Succeeded);
        await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.IsEmpty);
        Assert.Equal("not my language", Text((await Events(host, "conversation.offer-lapsed", "conversation/acme/c1"))[0], "because"));
        Assert.Equal("not my language", Text((await Events(host, "agent.offer-released", "agent/acme/amy"))[0], "because"));
    }

    private static Task Overflow(GrainHost host, string from, string to) =>
        host.Conversation("c1").Routed(new("c1", null, null, null, null, null, to, from));

    private static async Task<JsonElement[]> Events(GrainHost host, string type, string stream = $"routing/{GrainHost.Tenant}/{GrainHost.Queue}") =>
        [.. (await host.Journal.ReadAsync(stream, 0, 1_000)).Where(e => e.Type == type).Select(e => JsonDocument.Parse(e.Payload).RootElement)];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
