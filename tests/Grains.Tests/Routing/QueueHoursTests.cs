using Grainline.Routing;
using Grainline.Shifts;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;
using static Grainline.Tests.Routing.QueueTools;

namespace Grainline.Tests.Routing;

/// <summary>The clock of these tests starts on a Monday at noon, UTC.</summary>
public sealed class QueueHoursTests
{
    private static readonly TimeSpan UntilItOpens = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Closed_WithAgentsFree_OffersNobodyAndSaysWhenItOpens()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Configure(OpensAt(host.Clock.GetUtcNow() + UntilItOpens));
        await host.Available("amy");
        await host.Open("c1");
        var view = (await host.Routing.View()).Value!;
        Assert.False(view.Open);
        Assert.Equal(host.Clock.GetUtcNow() + UntilItOpens, view.OpensAt);
        Assert.Equal(1, view.Waiting);
        await Eventually.Becomes(() => host.Conversation("c1").View(Visitor()), v => v.Value!.OpensAt == view.OpensAt);
        var explained = (await host.Routing.Explain("c1")).Value!;
        Assert.Empty(explained.Candidates);
        Assert.Equal(new RejectedView("amy", "queue-closed"), Assert.Single(explained.Rejected));
        Assert.Empty((await host.Agent("amy").Inbox()).Value!.Offers);
    }

    [Fact]
    public async Task Opening_WithNothingElseHappening_ServesTheLineInOrder()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Configure(OpensAt(host.Clock.GetUtcNow() + UntilItOpens));
        foreach (var id in new[] { "c1", "c2", "c3" })
        {
            await host.Open(id);
            await host.Pass(TimeSpan.FromSeconds(1));
        }

        await host.Available("amy");
        await host.Pass(UntilItOpens);
        await host.Offered("amy", "c1");
        await host.Offered("amy", "c2");
        Assert.Equal(["c1", "c2"], (await host.Decisions(2)).Select(d => d.Text("conversationId")));
        Assert.True((await host.Routing.View()).Value!.Open);
        await Eventually.Becomes(
            async () =>
            {
                await host.Pass(TimeSpan.FromSeconds(1));
                return await host.Conversation("c3").View(Visitor());
            },
            v => v.Value is { OpensAt: null, Position: 1 });
    }

    [Fact]
    public async Task Closed_AfterARestart_StillOpens()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Configure(OpensAt(host.Clock.GetUtcNow() + UntilItOpens));
        await host.Open("c1");
        await host.Restart();
        await host.Available("amy");
        await host.Pass(UntilItOpens);
        await host.Offered("amy", "c1");
    }

    [Fact]
    public async Task Shift_ThatBegins_BringsTheAgentInWithoutAWord()
    {
        await using var host = await GrainHost.Start("amy");
        var shift = OpensAt(host.Clock.GetUtcNow() + UntilItOpens).Hours;
        Assert.True((await host.Agent("amy").Configure(new("amy", 2, [GrainHost.Queue], Shift: shift))).Succeeded);
        await host.Available("amy");
        await host.Open("c1");
        Assert.Equal(1, (await host.Routing.Explain("c1")).Value!.RejectedCounts["off-shift"]);
        await host.Pass(UntilItOpens);
        await host.Offered("amy", "c1");
    }

    private static QueueProfile OpensAt(DateTimeOffset at) =>
        Plain with { Hours = new WeeklyHours("Etc/UTC", [new(at.DayOfWeek, TimeOnly.FromTimeSpan(at.TimeOfDay), new(23, 0))], []) };
}
