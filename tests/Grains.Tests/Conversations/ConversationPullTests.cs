using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Conversations;

/// <summary>An agent helps itself from the line.</summary>
public sealed class ConversationPullTests
{
    [Fact]
    public async Task Pull_WaitingConversation_IsServedAndLeavesTheLine()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Conversation("c1").Open(Opening());
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 1);
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, "paperwork"));
        var pulled = await host.Conversation("c1").Pull(Agent("amy"));
        Assert.Equal((ConversationStatus.Assigned, "amy"), (pulled.Value!.Status, pulled.Value.Assignee!.Id));
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 0);
        Assert.Equal(1, (await host.Agent("amy").Inbox()).Value!.Load.Load);
        Assert.Equal(("pulled", "amy"), await Left(host));
        Assert.True((await host.Conversation("c1").Pull(Agent("amy"))).Succeeded, "the same pull again");
    }

    [Fact]
    public async Task Pull_ByAgentsAtOnce_IsWonByOneAndCostsTheOthersNothing()
    {
        string[] agents = ["amy", "li", "kim", "bo"];
        await using var host = await GrainHost.Start(agents);
        foreach (var id in agents)
            await host.Agent(id).SetAvailability(new(AgentStatus.Busy, null));
        await host.Conversation("c1").Open(Opening());
        var answers = await Task.WhenAll(agents.Select(a => host.Conversation("c1").Pull(Agent(a))));
        Assert.Single(answers, a => a.Succeeded);
        Assert.All(answers.Where(a => !a.Succeeded), a => Assert.Equal(ErrorCode.NotYourConversation, a.Refusal!.Code));
        var loads = await Task.WhenAll(agents.Select(async a => (await host.Agent(a).Inbox()).Value!.Load.Load));
        Assert.Equal(1, loads.Sum());
    }

    [Fact]
    public async Task Pull_WhileAnOfferIsOnItsWay_IsWonByOneAndTheOtherSlotIsFreed()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        await host.Agent("li").SetAvailability(new(AgentStatus.Busy, null));
        var notices = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.BeforeCall = call => call.MethodName == "Routed" ? notices.Task : Task.CompletedTask;
        await host.Conversation("c1").Open(Opening());
        var offer = (await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.Length == 1)).Value!.Offers[0];
        var pull = host.Conversation("c1").Pull(Agent("li"));
        var accept = host.Conversation("c1").Accept(new(Agent("amy"), offer.OfferId));
        notices.SetResult();
        var answers = await Task.WhenAll(pull, accept);

        Assert.Single(answers, a => a.Succeeded);
        var winner = answers.Single(a => a.Succeeded).Value!.Assignee!.Id;
        foreach (var id in new[] { "amy", "li" })
            await Eventually.Becomes(() => host.Agent(id).Inbox(), i => i.Value!.Offers.IsEmpty && i.Value.Load.Load == (id == winner ? 1 : 0));
        Assert.Equal(winner, (await host.Conversation("c1").View(Supervisor)).Value!.Assignee!.Id);
    }

    [Fact]
    public async Task Pull_OfWhatIsOfferedToAnother_IsRefusedAndToOneselfIsAnAccept()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        await host.Agent("li").SetAvailability(new(AgentStatus.Busy, null));
        await host.Conversation("c1").Open(Opening());
        await Eventually.Becomes(() => host.Conversation("c1").View(Supervisor), v => v.Value!.Status == ConversationStatus.Offered);
        Assert.Equal(ErrorCode.IllegalTransition, (await host.Conversation("c1").Pull(Agent("li"))).Refusal?.Code);
        Assert.True((await host.Conversation("c1").Pull(Agent("amy"))).Succeeded);
        var inbox = (await host.Agent("amy").Inbox()).Value!;
        Assert.Equal((1, 0), (inbox.Load.Load, inbox.Offers.Length));
    }

    [Fact]
    public async Task Pull_WithoutRoom_IsRefusedWithTheFigures()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, null));
        await Configure(host, new("Support", "least-loaded", 30, Channels: [new("web", new(2, false))]));
        foreach (var id in new[] { "c1", "c2" })
            await host.Conversation(id).Open(Opening());
        Assert.True((await host.Conversation("c1").Pull(Agent("amy"))).Succeeded);
        var refused = (await host.Conversation("c2").Pull(Agent("amy"))).Refusal!;
        Assert.Equal(ErrorCode.AgentAtCapacity, refused.Code);
        Assert.Contains("2 of 2", refused.Message);
        Assert.Equal(ConversationStatus.Queued, (await host.Conversation("c2").View(Supervisor)).Value!.Status);
    }

    [Fact]
    public async Task Pull_ByStrangers_FindsNoConversation()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Conversation("c1").Open(Opening() with { Queue = GrainHost.OtherQueue });
        Assert.Equal(ErrorCode.ConversationNotFound, (await host.Conversation("c1").Pull(Agent("amy"))).Refusal?.Code);
        Assert.Equal(ErrorCode.ConversationNotFound, (await host.Conversation("c1").Pull(Visitor())).Refusal?.Code);
        Assert.Equal(ErrorCode.ConversationNotFound, (await host.Conversation("nowhere").Pull(Agent("amy"))).Refusal?.Code);
        var elsewhere = host.Grains.Conversation(new ConversationKey("other", "c1"));
        Assert.Equal(ErrorCode.ConversationNotFound, (await elsewhere.Pull(Supervisor)).Refusal?.Code);
    }

    [Fact]
    public async Task Pull_CutOffBetweenTheSlotAndTheCommit_GivesTheSlotBackAfterARestart()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, null));
        await host.Conversation("c1").Open(Opening());
        await host.Journal.OpenAsync("conversation/acme/c1");
        Assert.NotNull(await Record.ExceptionAsync(() => host.Conversation("c1").Pull(Agent("amy"))));
        Assert.Equal(["c1"], (await host.Agent("amy").Inbox()).Value!.Conversations);
        await host.Restart();
        Assert.Equal(ConversationStatus.Queued, (await host.Conversation("c1").View(Supervisor)).Value!.Status);
        await host.Agent("amy").Inbox();
        host.Clock.Advance(TimeSpan.FromSeconds(16));
        await Eventually.Becomes(() => Eventually.Answers(() => host.Agent("amy").Inbox()), i => i.Value!.Load.Load == 0);
        Assert.True((await host.Conversation("c1").Pull(Agent("amy"))).Succeeded);
        Assert.Equal(1, (await host.Agent("amy").Inbox()).Value!.Load.Load);
    }

    private static async Task Configure(GrainHost host, QueueProfile profile) => Assert.True((await host.Routing.Configure(profile)).Succeeded);

    private static async Task<(string?, string?)> Left(GrainHost host)
    {
        var entries = await host.Journal.ReadAsync($"routing/{GrainHost.Tenant}/{GrainHost.Queue}", 0, 1_000);
        var left = System.Text.Json.JsonDocument.Parse(entries.Last(e => e.Type == "routing.left").Payload).RootElement;
        return (left.GetProperty("reason").GetString(), left.GetProperty("agentId").GetString());
    }
}
