using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Conversations;

/// <summary>A supervisor decides; and what anybody may say of a conversation.</summary>
public sealed class ConversationAssigningTests
{
    [Fact]
    public async Task Assign_BeyondTheCapacity_NeedsForceAndStillCounts()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, null));
        foreach (var id in new[] { "c1", "c2", "c3" })
            await host.Conversation(id).Open(Opening());
        Assert.True((await host.Conversation("c1").Assign(new(Supervisor, "amy", Force: false))).Succeeded);
        Assert.True((await host.Conversation("c2").Assign(new(Supervisor, "amy", Force: false))).Succeeded);
        var refused = (await host.Conversation("c3").Assign(new(Supervisor, "amy", Force: false))).Refusal!;
        Assert.Equal(ErrorCode.AgentAtCapacity, refused.Code);
        Assert.StartsWith("amy has no room", refused.Message, StringComparison.Ordinal);
        Assert.Equal("amy", (await host.Conversation("c3").Assign(new(Supervisor, "amy", Force: true))).Value!.Assignee!.Id);
        Assert.Equal((3, 2), await Load(host, "amy"));
        await host.Restart();
        Assert.Equal((3, 2), await Load(host, "amy"));
        await host.Conversation("c1").Resolve(Supervisor);
        await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Load.Load == 2);
    }

    [Fact]
    public async Task Assign_ToSomebodyWhoIsNotThere_IsRefusedByName()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Conversation("c1").Open(Opening());
        var refused = (await host.Conversation("c1").Assign(new(Supervisor, "amy", Force: true))).Refusal!;
        Assert.Equal((ErrorCode.AgentUnavailable, "amy is offline."), (refused.Code, refused.Message));
        Assert.Equal(ErrorCode.AgentNotFound, (await host.Conversation("c1").Assign(new(Supervisor, "nobody", Force: true))).Refusal?.Code);
    }

    [Fact]
    public async Task AssignAndTakeOver_ByThoseWhoDoNotOversee_AreRefused()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, null));
        await host.Conversation("c1").Open(Opening());
        await host.Conversation("c1").Pull(Agent("amy"));
        Assert.Equal(ErrorCode.Forbidden, (await host.Conversation("c1").Assign(new(Agent("amy"), "li", Force: false))).Refusal?.Code);
        Assert.Equal(ErrorCode.Forbidden, (await host.Conversation("c1").TakeOver(Agent("amy"))).Refusal?.Code);
        Assert.Equal(ErrorCode.ConversationNotFound, (await host.Conversation("c1").TakeOver(Agent("li"))).Refusal?.Code);
        Assert.Equal(ErrorCode.Forbidden, (await host.Conversation("c1").TakeOver(Visitor())).Refusal?.Code);
    }

    [Fact]
    public async Task Assign_OfWhatIsOfferedToAnother_TakesTheOfferBack()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        await host.Agent("li").SetAvailability(new(AgentStatus.Busy, null));
        await host.Conversation("c1").Open(Opening());
        await Eventually.Becomes(() => host.Conversation("c1").View(Supervisor), v => v.Value!.Status == ConversationStatus.Offered);
        Assert.True((await host.Conversation("c1").Assign(new(Supervisor, "li", Force: false))).Succeeded);
        await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Load.Load == 0);
        Assert.Equal((1, 2), await Load(host, "li"));
    }

    [Fact]
    public async Task TakeOver_OfAServedConversation_FreesItsAgent()
    {
        await using var host = await GrainHost.Start("amy", "sam");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, null));
        await host.Conversation("c1").Open(Opening());
        await host.Conversation("c1").Pull(Agent("amy"));
        Assert.Equal("sam", (await host.Conversation("c1").TakeOver(Supervisor)).Value!.Assignee!.Id);
        Assert.True((await host.Conversation("c1").TakeOver(Supervisor)).Succeeded, "again");
        await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Load.Load == 0);
        Assert.Equal((1, 2), await Load(host, "sam"));
    }

    [Fact]
    public async Task Assign_CutOffBetweenTheSlotAndTheCommit_IsMendedAndCanBeRepeated()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, null));
        await host.Conversation("c1").Open(Opening());
        await host.Journal.OpenAsync("conversation/acme/c1");
        Assert.NotNull(await Record.ExceptionAsync(() => host.Conversation("c1").Assign(new(Supervisor, "amy", Force: true))));
        await host.Restart();
        Assert.True((await host.Conversation("c1").Assign(new(Supervisor, "amy", Force: true))).Succeeded);
        Assert.Equal((1, 2), await Load(host, "amy"));
    }

    [Fact]
    public async Task Classify_Waiting_IsSeenByStaffOnlyWhereItIsForStaff()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.Conversation("c1").Open(Opening() with { Topic = "shipping" });
        Assert.Equal("shipping", (await host.Conversation("c1").View(Visitor())).Value!.Topic);
        Assert.True((await host.Conversation("c1").Classify(new(Agent("amy"), "refunds", null))).Succeeded);
        var view = (await host.Conversation("c1").Classify(new(Supervisor, null, Priority.Urgent))).Value!;
        Assert.Equal(("refunds", Priority.Urgent), (view.Topic, view.Priority!.Value));
        await host.Restart();
        var seen = (await host.Conversation("c1").Sync(new(Visitor(), 0, 50))).Value!;
        Assert.Equal(("refunds", (Priority?)null), (seen.Conversation.Topic, seen.Conversation.Priority));
        Assert.DoesNotContain("classified", seen.Messages.Select(m => m.Text));
        Assert.Equal(2, (await host.Conversation("c1").Sync(new(Supervisor, 0, 50))).Value!.Messages.Count(m => m.Text == "classified"));
    }

    [Fact]
    public async Task Classify_WithoutRightOrSense_IsRefused()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.Agent("li").SetAvailability(new(AgentStatus.Busy, null));
        await host.Conversation("c1").Open(Opening());
        Assert.Equal(ErrorCode.InvalidArgument, (await host.Conversation("c1").Classify(new(Supervisor, null, null))).Refusal?.Code);
        Assert.Equal(ErrorCode.InvalidArgument, (await host.Conversation("c1").Classify(new(Supervisor, "two words", null))).Refusal?.Code);
        Assert.Equal(ErrorCode.ConversationNotFound, (await host.Conversation("c1").Classify(new(Visitor(), "refunds", null))).Refusal?.Code);
        await host.Conversation("c1").Pull(Agent("li"));
        Assert.Equal(ErrorCode.ConversationNotFound, (await host.Conversation("c1").Classify(new(Agent("amy"), "refunds", null))).Refusal?.Code);
        await host.Conversation("c1").Close(Visitor());
        Assert.Equal(ErrorCode.ConversationEnded, (await host.Conversation("c1").Classify(new(Supervisor, "refunds", null))).Refusal?.Code);
    }

    private static async Task<(int Load, int Capacity)> Load(GrainHost host, string agent) =>
        (await host.Agent(agent).Inbox()).Value!.Load is var load ? (load.Load, load.Capacity) : default;
}
