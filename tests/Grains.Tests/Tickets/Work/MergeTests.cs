using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Work;
using static Grainline.Tests.Tickets.TicketScene;
using static Grainline.Tests.Tickets.Work.SagaScene;

namespace Grainline.Tests.Tickets.Work;

public sealed class MergeTests
{
    /// <summary>A ticket <c>X</c>, and <c>X-b</c> and <c>X-c</c> that are about the same thing; <c>X-b</c> has a child.</summary>
    internal static async Task Three(GrainHost host, string id)
    {
        await host.Created(id, Creation(comment: Say("first")));
        await host.Created($"{id}-b", Creation(comment: Say("second")));
        await host.Created($"{id}-c", Creation() with { Requester = new(null, "Eve", "eve@example.com") });
        await host.Created($"{id}-child");
        await host.Ticket($"{id}-b").Does(Bob, Note("hidden"), new AddTags(["paper", "blue"]), new Watch("boss"));
        await host.Ticket($"{id}-c").Does(Bob, Say("from another requester"));
        await host.Ticket(id).Does(Bob, new AddTags(["blue"]));
        Done(await host.Ticket($"{id}-b").Link(new(Amy, TicketLinkKind.ChildOf, $"{id}-child")));
    }

    internal static MergeTickets IntoFirst(string id) => new(Amy, [$"{id}-b", $"{id}-c"], id);

    internal static async Task AreOne(GrainHost host, string id)
    {
        var ticket = await host.Seen(id);
        Assert.Equal(["amy: first", "amy: second", "bob: hidden", "bob: from another requester"], await host.Words(id));
        Assert.Equal(["blue", "paper"], ticket.Tags.Order());
        Assert.Contains(ticket.Watchers, w => w.Id == "boss");
        Assert.Equal(($"{id}-child", TicketLinkKind.ChildOf), Assert.Single(ticket.Links.Select(l => (l.TicketId, l.Kind))));
        Assert.Equal((id, TicketLinkKind.ParentOf), Assert.Single((await host.Seen($"{id}-child")).Links.Select(l => (l.TicketId, l.Kind))));
        foreach (var merged in IntoFirst(id).TicketIds)
            Assert.Equal((id, StateCategory.Closed), ((await host.Seen(merged)).MergedInto, (await host.Seen(merged)).Category));

        // What was said to one requester is not shown to another.
        Assert.Equal(["first", "second"], (await host.Ticket(id).Entries(Ada)).Where(e => e.Kind == "comment").Select(e => e.Text));
    }

    internal static async Task AreThree(GrainHost host, string id)
    {
        Assert.Equal(["amy: first"], await host.Words(id));
        Assert.Equal(["amy: second", "bob: hidden"], await host.Words($"{id}-b"));
        var ticket = await host.Seen(id);
        Assert.Equal(["blue"], ticket.Tags);
        Assert.DoesNotContain(ticket.Watchers, w => w.Id == "boss");
        Assert.Empty(ticket.Links);
        Assert.Equal(($"{id}-b", TicketLinkKind.ParentOf), Assert.Single((await host.Seen($"{id}-child")).Links.Select(l => (l.TicketId, l.Kind))));
        foreach (var merged in IntoFirst(id).TicketIds)
            Assert.Equal((null, true), ((await host.Seen(merged)).MergedInto, (await host.Seen(merged)).Category is StateCategory.New or StateCategory.Open));
    }

    [Fact]
    public async Task Merge_TwoIntoOne_MakesThemOneAndUndoPartsThem()
    {
        await using var host = await Departments();
        await Three(host, "t1");
        Assert.Equal(["t1-b", "t1-c", "t1"], Done(await host.Saga().Merge(IntoFirst("t1"))).TicketIds);
        await AreOne(host, "t1");
        Refused(ErrorCode.TicketEnded, await host.Ticket("t1-b").Tries(Amy, Note("late")));
        Assert.Equal(TicketSagaStatus.Undone, Done(await host.Saga().Undo(Bob)).Status);
        await AreThree(host, "t1");
        await host.MayChange("t1-b");
    }

    [Fact]
    public async Task Merge_OneOfThemIsHeld_TakesBackWhatItHeld()
    {
        await using var host = await Departments();
        await Three(host, "t1");
        Done(await host.Ticket("t1-c").Take(new HoldTicket("other", Amy, null)));
        Refused(ErrorCode.TicketBusy, await host.Saga().Merge(IntoFirst("t1")));
        await AreThree(host, "t1");
        await host.MayChange("t1-b");
    }

    [Fact]
    public async Task Merge_IntoOneThatIsMergedMeanwhile_TakesEverythingBack()
    {
        await using var host = await Departments();
        await Three(host, "t1");
        await host.Created("t9");
        host.AfterCall = async call =>
        {
            // Once the first is held, before anything is absorbed.
            if (call.Request.GetArgumentCount() == 1 && call.Request.GetArgument(0) is HoldTicket { Saga: "s1" })
                await host.Ticket("t1").Take(new MergedInto("other", Boss, "t9", 9));
        };
        Refused(ErrorCode.TicketEnded, await host.Saga().Merge(IntoFirst("t1")));
        host.AfterCall = static _ => Task.CompletedTask;
        Assert.Equal(["amy: second", "bob: hidden"], await host.Words("t1-b"));
        Assert.Equal((null, StateCategory.Open), ((await host.Seen("t1-b")).MergedInto, (await host.Seen("t1-b")).Category));
        await host.MayChange("t1-b");
        await host.MayChange("t1-c");
    }

    [Fact]
    public async Task Merge_LongTicket_CarriesEveryWord()
    {
        await using var host = await Departments();
        await host.Created("t1");
        await host.Created("t2");
        var text = new string('屏', 7_000);
        for (var i = 0; i < 40; i++)
            await host.Ticket("t2").Does(Amy, Note($"{i} {text}"));
        Done(await host.Saga().Merge(new(Amy, ["t2"], "t1")));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"amy: {i} {text}"), await host.Words("t1"));
        Done(await host.Saga().Undo(Amy));
        Assert.Empty(await host.Words("t1"));
    }

    [Fact]
    public async Task Undo_AfterTheOtherWasMergedOn_IsRefused()
    {
        await using var host = await Departments();
        await Three(host, "t1");
        await host.Created("t9");
        Done(await host.Saga().Merge(IntoFirst("t1")));
        Done(await host.Saga("s2").Merge(new(Amy, ["t1"], "t9")));
        Refused(ErrorCode.TooLateToUndo, await host.Saga().Undo(Amy));
        Done(await host.Saga("s2").Undo(Amy));
        Done(await host.Saga().Undo(Amy));
        await AreThree(host, "t1");
    }
}
