using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Routing;

public sealed class RoutingGrainTests
{
    [Fact]
    public async Task Offer_Declined_GoesToTheOtherAgent()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.Conversation("c1").Open(Opening());
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var first = await OfferTo(host, "amy");
        await host.Agent("li").SetAvailability(new(AgentStatus.Available, null));
        Assert.True((await host.Conversation("c1").Decline(new(Agent("amy"), first.OfferId, "busy"))).Succeeded);
        var second = await OfferTo(host, "li");
        Assert.NotEqual(first.OfferId, second.OfferId);
        Assert.Equal(0, (await host.Agent("amy").Inbox()).Value!.Load.Load);
        Assert.Equal(ErrorCode.OfferGone, (await host.Conversation("c1").Accept(new(Agent("amy"), first.OfferId))).Refusal!.Code);
        Assert.True((await host.Conversation("c1").Accept(new(Agent("li"), second.OfferId))).Succeeded);
    }

    [Fact]
    public async Task Offer_Ignored_MovesOnAndSetsTheAgentAway()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.Conversation("c1").Open(Opening());
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        await OfferTo(host, "amy");
        await Eventually.Becomes(() => host.Conversation("c1").View(Supervisor), v => v.Value!.Status == ConversationStatus.Offered);
        await host.Agent("li").SetAvailability(new(AgentStatus.Available, null));
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        var inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Load.Status == AgentStatus.Away);
        Assert.Equal("missed-offer", inbox.Value!.Load.Reason);
        Assert.Empty(inbox.Value.Offers);
        await OfferTo(host, "li");
    }

    [Fact]
    public async Task Offer_DeclinedByTheOnlyAgent_ComesBackAfterAWhile()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Conversation("c1").Open(Opening());
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var first = await OfferTo(host, "amy");
        await host.Conversation("c1").Decline(new(Agent("amy"), first.OfferId, null));
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 1);
        Assert.Empty((await host.Agent("amy").Inbox()).Value!.Offers);
        host.Clock.Advance(TimeSpan.FromSeconds(21));

        // Time goes on: a round that fell due during the leap is not made up for.
        var inbox = await Eventually.Becomes(() =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            return host.Agent("amy").Inbox();
        }, i => i.Value!.Offers.Length == 1);
        Assert.NotEqual(first.OfferId, inbox.Value!.Offers[0].OfferId);
    }

    [Fact]
    public async Task Agent_ThatRefusesOneConversation_IsAskedForTheNext()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));

        // A reservation whose decision a crash has swallowed: amy holds c1 already, under an id that its queue has never heard of.
        var waiting = new WaitingConversation("c1", GrainHost.Queue, Ada, null, null, null, host.Clock.GetUtcNow());
        Assert.True((await host.Agent("amy").Reserve(new("c1.swallowed", waiting, host.Clock.GetUtcNow(), host.Clock.GetUtcNow() + TimeSpan.FromSeconds(30)))).Held);
        await host.Conversation("c1").Open(Opening());
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 1);
        await host.Conversation("c2").Open(Opening());
        var inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.Length == 2);
        Assert.Equal(["c1", "c2"], inbox.Value!.Offers.Select(o => o.Conversation.ConversationId).Order());
    }

    [Fact]
    public async Task Waiting_AfterARestart_KeepsItsOrder()
    {
        await using var host = await GrainHost.Start("amy");
        foreach (var i in Enumerable.Range(1, 5))
        {
            await host.Conversation($"c{i}").Open(Opening());
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 5);
        await host.Restart();
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.Length == 2);
        Assert.Equal(["c1", "c2"], inbox.Value!.Offers.Select(o => o.Conversation.ConversationId).Order());
    }

    [Fact]
    public async Task View_Waiting_TellsPlaces()
    {
        await using var host = await GrainHost.Start();
        foreach (var i in Enumerable.Range(1, 3))
        {
            await host.Conversation($"c{i}").Open(Opening());
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Eventually.Becomes(() => host.Conversation("c3").View(Visitor()), v => v.Value!.Position == 3);
        await host.Conversation("c1").Close(Visitor());
        await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                return host.Conversation("c3").View(Visitor());
            },
            v => v.Value!.Position == 2);
    }

    [Fact]
    public async Task TwoHundredConversations_OnTwentyAgents_AreServedInOrderAndNeverOverCapacity()
    {
        var agents = Enumerable.Range(0, 20).Select(i => $"agent{i:00}").ToArray();
        await using var host = await GrainHost.Start(agents);
        var ids = Enumerable.Range(0, 200).Select(i => $"c{i:000}").ToArray();
        foreach (var id in ids)
        {
            Assert.True((await host.Conversation(id).Open(Opening())).Succeeded);
            host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 200);
        var over = new ConcurrentBag<string>();
        await Task.WhenAll(agents.Select(a => host.Agent(a).SetAvailability(new(AgentStatus.Available, null))));
        var served = new StrongBox<int>();
        await Task.WhenAll(agents.Select(a => Serve(host, a, served, ids.Length, over)));

        Assert.Empty(over);
        foreach (var id in ids)
            Assert.Equal(ConversationStatus.Resolved, (await host.Conversation(id).View(Supervisor)).Value!.Status);
        Assert.Equal(ids, await OfferedInOrder(host));
        Assert.All(await Loads(host, agents), load => Assert.Equal(0, load));
    }

    /// <summary>Accepts and resolves whatever is offered, watching the load at every step.</summary>
    private static async Task Serve(GrainHost host, string id, StrongBox<int> served, int all, ConcurrentBag<string> over)
    {
        while (Volatile.Read(ref served.Value) < all)
        {
            var inbox = (await host.Agent(id).Inbox()).Value!;
            if (inbox.Load.Load > inbox.Load.Capacity)
                over.Add($"{id}: {inbox.Load}");
            foreach (var offer in inbox.Offers)
            {
                var conversation = host.Conversation(offer.Conversation.ConversationId);
                var accepted = await conversation.Accept(new(Agent(id), offer.OfferId));
                Assert.True(accepted.Succeeded, accepted.Refusal?.Message);
                Assert.True((await conversation.Post(new(Agent(id), $"a-{offer.OfferId}", "hello"))).Succeeded);
                Assert.True((await conversation.Resolve(Agent(id))).Succeeded);
                Interlocked.Increment(ref served.Value);
            }

            await Task.Yield();
        }
    }

    private static async Task<List<string>> OfferedInOrder(GrainHost host)
    {
        var entries = await host.Journal.ReadAsync($"routing/{GrainHost.Tenant}/{GrainHost.Queue}", 0, 10_000);
        return
        [
            .. entries.Where(e => e.Type == "routing.decided")
                .Select(e => System.Text.Json.JsonDocument.Parse(e.Payload).RootElement.GetProperty("conversationId").GetString()!),
        ];
    }

    private static Task<int[]> Loads(GrainHost host, string[] agents) => Task.WhenAll(agents.Select(async a =>
        (await Eventually.Becomes(() => host.Agent(a).Inbox(), i => i.Value!.Load.Load == 0)).Value!.Load.Load));

    private static async Task<OfferView> OfferTo(GrainHost host, string agent) =>
        (await Eventually.Becomes(() => host.Agent(agent).Inbox(), i => i.Value!.Offers.Length == 1)).Value!.Offers[0];
}
