using Grainline.Deadlines;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

/// <summary>Promises: each is a deadline of its own, and what became of it stands in the ticket's history.</summary>
public sealed class TicketClockTests
{
    [Fact]
    public async Task Promises_NobodyKeeps_WarnAndBreakAlsoAfterARestart()
    {
        await using var host = await Promising();
        var created = await host.Created();
        Assert.Equal([SlaMetric.FirstResponse, SlaMetric.Resolution], created.Sla.Select(c => c.Metric));
        await host.Restart();
        var broken = await Until(host, v => v.Sla.All(c => c.BreachedAt is not null));
        Assert.Equal([created.Sla[0].DueAt, created.Sla[1].DueAt], broken.Sla.Select(c => c.BreachedAt));
        Assert.Equal(
            ["FirstResponse started", "Resolution started", "FirstResponse warned", "FirstResponse breached", "Resolution warned", "Resolution breached"],
            (await host.Ticket().Entries(Amy)).Where(e => e.Kind == "sla").Select(e => e.About));
    }

    [Fact]
    public async Task Promises_Kept_StaySilent()
    {
        await using var host = await Promising();
        await host.Created();
        await host.Ticket().Does(Amy, Say("We look at it."));
        var solved = await host.Ticket().Does(Amy, new TriggerState("solve"));
        Assert.All(solved.Sla, c => Assert.NotNull(c.MetAt));
        await Advance(host, TimeSpan.FromHours(8));
        Assert.DoesNotContain(await host.Ticket().Entries(Amy), e => e.About is not null && (e.About.EndsWith("warned", StringComparison.Ordinal) || e.About.EndsWith("breached", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Pending_PausesTheResolutionAndTheRequesterResumesIt()
    {
        await using var host = await Promising();
        await host.Created();
        await host.Ticket().Does(Amy, Say("Which model is it?"), new TriggerState("pend"));
        await Advance(host, TimeSpan.FromHours(10));
        Assert.Null(Resolution(Done(await host.Ticket().View(Amy))).DueAt);
        Done(await host.Ticket().Tries(Ada, Say("The red one")));
        var resumed = Done(await host.Ticket().View(Amy));
        Assert.Equal("open", resumed.State);
        Assert.Null(Resolution(resumed).BreachedAt);
        var due = Resolution(resumed).DueAt;
        Assert.True(due > host.Clock.GetUtcNow());
        Assert.Contains(resumed.Sla, c => c is { Metric: SlaMetric.NextResponse, DueAt: not null });
        var broken = await Until(host, v => Resolution(v).BreachedAt is not null);
        Assert.Equal(due, Resolution(broken).BreachedAt);
    }

    [Fact]
    public async Task Priority_Raised_BringsTheBreachForward()
    {
        await using var host = await Promising();
        var before = await host.Created();
        var after = await host.Ticket().Does(Amy, new SetPriority(Priority.Urgent));
        Assert.True(Resolution(after).DueAt < Resolution(before).DueAt);
        await Until(host, v => Resolution(v).BreachedAt is not null);
        Assert.Equal(Resolution(after).DueAt, Resolution(Done(await host.Ticket().View(Amy))).BreachedAt);
    }

    [Fact]
    public async Task Due_OfAClockThatMeansNothing_ChangesNothing()
    {
        await using var host = await Promising();
        Assert.Null(await host.Ticket("none").Due(new("sla.first", "", host.Clock.GetUtcNow())));
        Assert.Null(await host.Ticket("none").Due(new("state", "", host.Clock.GetUtcNow())));
        var created = await host.Created();
        Assert.Equal(created.Sla[0].WarnAt, await host.Ticket().Due(new("sla.first", "", host.Clock.GetUtcNow())));
        Assert.Null(await host.Ticket().Due(new("sla.next", "", host.Clock.GetUtcNow())));
        Assert.Null(await host.Ticket().Due(new("state", "", host.Clock.GetUtcNow())));
        Assert.Equal(created.Version, Done(await host.Ticket().View(Amy)).Version);
    }

    /// <summary>What was armed for a creation that never came to its commit rings into the void.</summary>
    [Fact]
    public async Task Create_CutOffWhileArming_CanBeRepeated()
    {
        await using var host = await Promising();
        host.BeforeCall = call => call.MethodName == nameof(IDeadlineShardGrain.Set) ? throw new TimeoutException("cut off") : Task.CompletedTask;
        await Assert.ThrowsAsync<TimeoutException>(() => host.Ticket().Create(Creation()));
        host.BeforeCall = static _ => Task.CompletedTask;
        Assert.Equal(2, (await host.Created()).Sla.Length);
    }

    /// <summary>First response within one hour, the next within two, solved within four; urgent ones within one.</summary>
    private static async Task<GrainHost> Promising()
    {
        var host = await Start();
        var desk = host.Grains.Desk(GrainHost.Tenant);
        const int Hour = 3_600;
        Done(await desk.PublishSlaPolicy(
            Boss, "default",
            new("Quick", [new(SlaMetric.FirstResponse, null, Hour), new(SlaMetric.NextResponse, null, 2 * Hour), new(SlaMetric.Resolution, null, 4 * Hour), new(SlaMetric.Resolution, Priority.Urgent, Hour)]),
            null));
        return host;
    }

    private static SlaClockView Resolution(TicketView view) => view.Sla.Single(c => c.Metric == SlaMetric.Resolution);

    private static async Task<TicketView> Until(GrainHost host, Func<TicketView, bool> expected) => (await Eventually.Becomes(
        () =>
        {
            host.Clock.Advance(TimeSpan.FromMinutes(5));
            return Eventually.Answers(() => host.Ticket().View(Boss));
        },
        v => v.Succeeded && expected(v.Value!))).Value!;

    private static async Task Advance(GrainHost host, TimeSpan by)
    {
        for (var steps = 0; steps < 20; steps++)
        {
            host.Clock.Advance(by / 20);
            await Eventually.Answers(() => host.Ticket().View(Boss));
        }
    }
}
