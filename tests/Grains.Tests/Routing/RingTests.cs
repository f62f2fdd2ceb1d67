using Grainline.Routing;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;
using static Grainline.Tests.Routing.QueueTools;

namespace Grainline.Tests.Routing;

public sealed class RingTests
{
    private static readonly QueueProfile Skilled = Plain with
    {
        Needs = new([new("refunds", 3)], []),
        Rings = [new(5, LowerLevelsBy: 2), new(10, DropSkills: ["refunds"])],
    };

    [Fact]
    public async Task Rings_OneByOne_AskLess()
    {
        await using var host = await GrainHost.Start("amy", "kim");
        await host.ConfigureAgent("kim", 1, new SkillLevel("refunds", 1));
        await host.Configure(Skilled);
        await host.Available("amy", "kim");
        await host.Open("c1");
        await host.Open("c2");
        Assert.Equal(2, (await host.Routing.Explain("c1")).Value!.RejectedCounts["lacks-skill"]);

        await host.Pass(TimeSpan.FromSeconds(4));
        Assert.Empty(await host.Events("routing.decided"));
        await host.Pass(TimeSpan.FromSeconds(2));
        await host.Offered("kim", "c1");
        Assert.Equal(1, (await host.Routing.Explain("c2")).Value!.Ring);
        Assert.Empty((await host.Agent("amy").Inbox()).Value!.Offers);

        await host.Pass(TimeSpan.FromSeconds(5));
        await host.Offered("amy", "c2");
        Assert.Equal([1, 2], (await host.Decisions(2)).Select(d => d.GetProperty("ring").GetInt32()));
    }

    [Fact]
    public async Task Overflow_ToAnotherQueue_KeepsTheWaitingTime()
    {
        await using var host = await GrainHost.Start("amy");
        var since = host.Clock.GetUtcNow();
        await host.Configure(Plain with { Rings = [new(5, ToQueue: GrainHost.OtherQueue)] });
        Assert.True((await host.Agent("amy").Configure(new("amy", 1, [GrainHost.OtherQueue]))).Succeeded);
        Assert.True((await host.Agent("amy").SetAvailability(new(Grainline.Agents.AgentStatus.Available, null))).Succeeded);
        await host.Open("c1");
        await host.Pass(TimeSpan.FromSeconds(6));
        var offer = await host.Offered("amy", "c1");
        Assert.Equal((GrainHost.OtherQueue, since), (offer.Conversation.Queue, offer.Conversation.WaitingSince));
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 0);
        Assert.Equal("overflowed", Assert.Single(await host.Events("routing.left")).Text("reason"));
        var figures = (await host.Routing.View()).Value!.Figures!.LastHour;
        Assert.Equal((1, 0, 0), (figures.Offered, figures.Answered, figures.Abandoned));
    }

    [Fact]
    public async Task Priority_SetWhileItWaits_MovesItAhead()
    {
        await using var host = await GrainHost.Start("amy");
        await host.ConfigureAgent("amy", 1);
        await host.Open("c1");
        await host.Pass(TimeSpan.FromSeconds(1));
        await host.Open("c2");
        Assert.True((await host.Conversation("c2").Classify(new(Supervisor, null, Priority.Urgent))).Succeeded);
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Line is [{ ConversationId: "c2", Priority: Priority.Urgent }, _]);
        await host.Available("amy");
        await host.Offered("amy", "c2");
    }
}
