using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Work;
using static Grainline.Tests.Tickets.TicketScene;
using static Grainline.Tests.Tickets.Work.SagaScene;

namespace Grainline.Tests.Tickets.Work;

public sealed class SplitTests
{
    /// <summary>A ticket in which two things are talked about.</summary>
    internal static async Task Two(GrainHost host, string id)
    {
        await host.Order(id);
        await host.Ticket(id).Does(Amy, Say("about one"));
        await host.Ticket(id).Does(Amy, Note("about another"));
    }

    /// <summary>The note goes.</summary>
    internal static async Task<SplitTicket> Second(GrainHost host, string id) =>
        new(Amy, id, [(await host.Ticket(id).Entries(Boss)).First(e => e is { Kind: "note", Text: "about another" }).Seq], "Another thing");

    internal static async Task IsSplit(GrainHost host, string id, string? other)
    {
        var source = await host.Seen(id);
        if (other is null)
        {
            Assert.Empty(source.Links);
            Assert.DoesNotContain(await host.Ticket(id).Entries(Boss), e => e.Kind == "split");
            return;
        }

        var made = await host.Seen(other);
        Assert.Equal(("Another thing", Care, "order", "ada", source.Fields), (made.Subject, made.Team, made.Form.Id, made.Requester?.VisitorId, made.Fields));
        Assert.Equal(["amy: about another"], await host.Words(other));
        Assert.Equal((other, TicketLinkKind.RelatedTo), Assert.Single(source.Links.Select(l => (l.TicketId, l.Kind))));
        Assert.Equal((id, TicketLinkKind.RelatedTo), Assert.Single(made.Links.Select(l => (l.TicketId, l.Kind))));
        Assert.Equal(other, Assert.Single(await host.Ticket(id).Entries(Boss), e => e.Kind == "split").About);
    }

    [Fact]
    public async Task Split_SomeComments_GoOnInANewTicketAndComeBack()
    {
        await using var host = await Departments();
        await Two(host, "t1");
        var saga = Done(await host.Saga().Split(await Second(host, "t1")));
        await IsSplit(host, "t1", saga.TicketIds[^1]);
        Assert.Equal(TicketSagaStatus.Undone, Done(await host.Saga().Undo(Amy)).Status);
        var made = await host.Seen(saga.TicketIds[^1]);
        Assert.Equal(("t1", StateCategory.Closed, 0), (made.MergedInto, made.Category, made.Links.Length));
        Assert.Empty((await host.Seen()).Links);
        Assert.Equal(["amy: about one", "amy: about another"], await host.Words("t1"));
        await host.MayChange("t1");
    }

    [Fact]
    public async Task Split_WhatIsNoComment_IsRefusedAndLeavesNothing()
    {
        await using var host = await Departments();
        await Two(host, "t1");
        Refused(ErrorCode.InvalidArgument, await host.Saga().Split(new(Amy, "t1", [1], "Another thing")));
        Assert.Equal(TicketSagaStatus.Undone, Done(await host.Saga().View(Amy)).Status);
        Refused(ErrorCode.InvalidArgument, await host.Saga("s2").Split(new(Amy, "t1", [], "Another thing")));
        Refused(ErrorCode.TicketNotFound, await host.Saga("s2").Split(new(Cid, "t1", [3], "Another thing")));
        await host.MayChange("t1");
    }

    [Fact]
    public async Task Undo_AfterSomethingWasSaidInTheNewTicket_IsRefused()
    {
        await using var host = await Departments();
        await Two(host, "t1");
        var saga = Done(await host.Saga().Split(await Second(host, "t1")));
        await host.Ticket(saga.TicketIds[^1]).Does(Amy, Note("This goes on."));
        Refused(ErrorCode.TooLateToUndo, await host.Saga().Undo(Amy));
    }
}
