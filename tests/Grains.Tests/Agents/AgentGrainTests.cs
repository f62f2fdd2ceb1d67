using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Agents;

public sealed class AgentGrainTests
{
    [Fact]
    public async Task Reserve_ManyAtOnce_HoldsNoMoreThanTheCapacity()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => host.Agent("amy").Reserve(Slot(host, i))));
        Assert.Equal(2, answers.Count(a => a.Held));
        Assert.All(answers, a => Assert.True(a.Agent.Load <= a.Agent.Capacity));
    }

    [Fact]
    public async Task Reserve_AndTakeMixed_NeverExceedTheCapacity()
    {
        await using var host = await GrainHost.Start("amy");
        var view = (await Opened(host)).Value!;
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var calls = Enumerable.Range(0, 50).Select(async i => i % 2 == 0
            ? (await host.Agent("amy").Reserve(Slot(host, i))).Held
            : (await host.Agent("amy").Take(new($"t{i}", null, view))).Succeeded);
        Assert.Equal(2, (await Task.WhenAll(calls)).Count(yes => yes));
        Assert.Equal(2, (await host.Agent("amy").Inbox()).Value!.Load.Load);
    }

    [Fact]
    public async Task Reserve_SurvivesARestart()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        Assert.True((await host.Agent("amy").Reserve(Slot(host, 1))).Held);
        await host.Restart();
        Assert.Single((await host.Agent("amy").Inbox()).Value!.Offers);
        Assert.True((await host.Agent("amy").Reserve(Slot(host, 1))).Held, "the same reservation again");
        Assert.Equal(1, (await host.Agent("amy").Inbox()).Value!.Load.Load);
    }

    [Theory]
    [InlineData(AgentStatus.Away)]
    [InlineData(AgentStatus.Busy)]
    [InlineData(AgentStatus.Offline)]
    public async Task Reserve_NotAvailable_IsRefused(AgentStatus status)
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        await host.Agent("amy").SetAvailability(new(status, "lunch"));
        Assert.False((await host.Agent("amy").Reserve(Slot(host, 1))).Held);
    }

    [Fact]
    public async Task Presence_NeverLeased_GoesOfflineAndReturnsItsConversations()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Conversation("c1").Open(Opening());
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.Length == 1);
        await host.Conversation("c1").Accept(new(Agent("amy"), inbox.Value!.Offers[0].OfferId));

        host.Clock.Advance(TimeSpan.FromSeconds(46));
        inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Load.Status == AgentStatus.Offline);
        Assert.Equal("presence-lost", inbox.Value!.Load.Reason);
        Assert.Equal(ConversationStatus.Assigned, (await host.Conversation("c1").View(Supervisor)).Value!.Status);

        await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(10));
                return host.Conversation("c1").View(Supervisor);
            },
            v => v.Value!.Status == ConversationStatus.Queued);
        Assert.Equal(0, (await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Load.Load == 0)).Value!.Load.Load);
        Assert.Contains("returned", (await host.Conversation("c1").Sync(new(Visitor(), 0, 50))).Value!.Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task HeldSlot_WhoseConversationKnowsNothingOfIt_IsFoundAndFreed()
    {
        await using var host = await GrainHost.Start("amy");
        var view = (await Opened(host)).Value!;
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        Assert.True((await host.Agent("amy").Take(new("c0", null, view))).Succeeded);
        host.Clock.Advance(TimeSpan.FromSeconds(16));
        await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Conversations.IsEmpty);
    }

    [Fact]
    public async Task Anything_OnAnUnconfiguredAgent_IsRefused()
    {
        await using var host = await GrainHost.Start();
        Assert.Equal(ErrorCode.AgentNotFound, (await host.Agent("nobody").Inbox()).Refusal!.Code);
        Assert.Equal(ErrorCode.AgentNotFound, (await host.Agent("nobody").SetAvailability(new(AgentStatus.Available, null))).Refusal!.Code);
        Assert.False((await host.Agent("nobody").Reserve(Slot(host, 1))).Held);
    }

    /// <summary>A view to hand over, of a conversation that is closed again: a waiting one would be offered and take a slot of its own.</summary>
    private static async Task<Outcome<ConversationView>> Opened(GrainHost host)
    {
        await host.Conversation("c0").Open(Opening());
        var closed = await host.Conversation("c0").Close(Visitor());
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 0);
        return closed;
    }

    private static OfferView Slot(GrainHost host, int i) => new(
        $"o{i}", new($"x{i}", GrainHost.Queue, Ada, null, null, null, host.Clock.GetUtcNow()), host.Clock.GetUtcNow(), host.Clock.GetUtcNow() + TimeSpan.FromSeconds(30));
}
