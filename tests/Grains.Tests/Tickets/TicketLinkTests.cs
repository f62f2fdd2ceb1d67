using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

public sealed class TicketLinkTests
{
    [Theory]
    [InlineData(TicketLinkKind.ParentOf, TicketLinkKind.ChildOf)]
    [InlineData(TicketLinkKind.ChildOf, TicketLinkKind.ParentOf)]
    [InlineData(TicketLinkKind.DuplicateOf, TicketLinkKind.DuplicatedBy)]
    [InlineData(TicketLinkKind.RelatedTo, TicketLinkKind.RelatedTo)]
    public async Task Link_Any_StandsOnBothSidesAndGoesAgain(TicketLinkKind kind, TicketLinkKind inverse)
    {
        await using var host = await Two();
        var view = Done(await host.Ticket("t1").Link(new(Amy, kind, "t2")));
        Assert.Equal((kind, "t2"), (Assert.Single(view.Links).Kind, view.Links[0].TicketId));
        Assert.Equal((inverse, "t1"), (Assert.Single(await Links(host, "t2")).Kind, (await Links(host, "t2"))[0].TicketId));
        Assert.Equal(view.Version, Done(await host.Ticket("t1").Link(new(Amy, kind, "t2"))).Version);
        Refused(ErrorCode.LinkNotAllowed, await host.Ticket("t1").Link(new(Amy, kind == TicketLinkKind.RelatedTo ? TicketLinkKind.ChildOf : TicketLinkKind.RelatedTo, "t2")));
        await host.Restart();
        Assert.Empty(Done(await host.Ticket("t1").Unlink(new(Amy, kind, "t2"))).Links);
        Assert.Empty(await Links(host, "t2"));
        Assert.Equal(2, (await host.Ticket("t2").Entries(Amy)).Count(e => e is { Kind: "link", About: "t1" }));
    }

    [Fact]
    public async Task Link_ToItselfOrToNobody_IsRefused()
    {
        await using var host = await Two();
        Refused(ErrorCode.LinkNotAllowed, await host.Ticket("t1").Link(new(Amy, TicketLinkKind.RelatedTo, "t1")));
        Refused(ErrorCode.TicketNotFound, await host.Ticket("t1").Link(new(Amy, TicketLinkKind.RelatedTo, "t9")));
        await host.Created("b1", Creation(Cid, Billing));
        Refused(ErrorCode.TicketNotFound, await host.Ticket("t1").Link(new(Amy, TicketLinkKind.RelatedTo, "b1")));
        Refused(ErrorCode.Forbidden, await host.Ticket("t1").Link(new(Ada, TicketLinkKind.RelatedTo, "t2")));
    }

    [Fact]
    public async Task Parents_ThatWouldMakeACircle_AreRefused()
    {
        await using var host = await Two();
        await host.Created("t3");
        Done(await host.Ticket("t1").Link(new(Amy, TicketLinkKind.ParentOf, "t2")));
        Done(await host.Ticket("t2").Link(new(Amy, TicketLinkKind.ParentOf, "t3")));
        Refused(ErrorCode.LinkNotAllowed, await host.Ticket("t3").Link(new(Amy, TicketLinkKind.ParentOf, "t1")));
        Refused(ErrorCode.LinkNotAllowed, await host.Ticket("t1").Link(new(Amy, TicketLinkKind.ChildOf, "t3")));
        await host.Created("t4");
        Refused(ErrorCode.LinkNotAllowed, await host.Ticket("t1").Link(new(Amy, TicketLinkKind.ParentOf, "t4")));
    }

    [Fact]
    public async Task Link_BothWaysAtOnce_EndsAgreedOnBothSides()
    {
        await using var host = await Two();
        for (var i = 0; i < 20; i++)
        {
            var (a, b) = ($"a{i}", $"b{i}");
            await host.Created(a);
            await host.Created(b);
            await Task.WhenAll(host.Ticket(a).Link(new(Amy, TicketLinkKind.ParentOf, b)), host.Ticket(b).Link(new(Amy, TicketLinkKind.ParentOf, a)));
            var (one, two) = (Assert.Single(await Links(host, a)), Assert.Single(await Links(host, b)));
            Assert.NotEqual(one.Kind, two.Kind);
        }
    }

    /// <summary>The other side hears of it by the deadline that was armed before the commit.</summary>
    [Fact]
    public async Task Link_CutOffBeforeTheOtherSideHeard_IsTold()
    {
        await using var host = await Two();
        host.BeforeCall = call => call.MethodName == nameof(ITicketGrain.Take) ? throw new TimeoutException("cut off") : Task.CompletedTask;
        await Assert.ThrowsAsync<TimeoutException>(() => host.Ticket("t1").Link(new(Amy, TicketLinkKind.RelatedTo, "t2")));
        Assert.Empty(await Links(host, "t2"));
        host.BeforeCall = static _ => Task.CompletedTask;
        await host.Restart();
        await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(5));
                return Eventually.Answers(() => host.Ticket("t2").View(Amy));
            },
            v => v.Value?.Links.Length == 1);
    }

    [Fact]
    public async Task Solve_WithOpenChildren_WaitsWhenTheGuardSaysSo()
    {
        await using var host = await Two();
        var desk = host.Grains.Desk(GrainHost.Tenant);
        var lifecycle = Done(await desk.View()).Lifecycles[0].Spec;
        lifecycle = lifecycle with { Transitions = [.. lifecycle.Transitions.Select(t => t.Trigger == "solve" ? t with { Guards = [StateGuard.ChildrenSolved] } : t)] };
        Done(await desk.PublishLifecycle(Boss, "default", lifecycle, null));
        await host.Created("p");
        Done(await host.Ticket("t1").Link(new(Amy, TicketLinkKind.ParentOf, "p")));
        Assert.DoesNotContain("solve", Done(await host.Ticket("p").View(Amy)).Triggers.Select(t => t.Trigger));
        Refused(ErrorCode.TriggerNotAllowed, await host.Ticket("p").Tries(Amy, new TriggerState("solve")));
        await host.Ticket("t1").Does(Amy, new TriggerState("solve"));
        await host.Ticket("p").Does(Amy, new TriggerState("solve"));
    }

    private static async Task<GrainHost> Two()
    {
        var host = await Start();
        await host.Created("t1");
        await host.Created("t2");
        return host;
    }

    private static async Task<System.Collections.Immutable.ImmutableArray<TicketLinkView>> Links(GrainHost host, string id) => Done(await host.Ticket(id).View(Amy)).Links;
}
