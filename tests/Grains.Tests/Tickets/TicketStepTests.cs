using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

/// <summary>What sagas tell a ticket: each step once, however often it is told.</summary>
public sealed class TicketStepTests
{
    private static readonly DefinitionRef Default = new("default", 1);

    [Fact]
    public async Task Held_ByASaga_RefusesPeopleAndOtherSagas()
    {
        await using var host = await Start();
        await host.Created();
        var view = await Takes(host, new HoldTicket("s1", Amy, new("s1", Care, Billing, host.Clock.GetUtcNow())));
        Assert.Equal(("s1", true), (view.Transfer?.TransferId, Done(await host.Ticket().View(Amy)).Triggers.IsEmpty));
        Refused(ErrorCode.TicketBusy, await host.Ticket().Tries(Amy, Note("x")));
        Refused(ErrorCode.TicketBusy, await host.Ticket().Tries(Ada, Say("x")));
        Refused(ErrorCode.TicketBusy, await host.Ticket().Take(new HoldTicket("s2", Amy, null)));
        Refused(ErrorCode.TicketBusy, await host.Ticket().Take(new AbsorbTicket("s2", Amy, "t2", 2, [], [], [])));
        Assert.Equal(view.Version, (await Takes(host, new HoldTicket("s1", Amy, null))).Version);
        await host.Restart();
        Refused(ErrorCode.TicketBusy, await host.Ticket().Tries(Amy, Note("x")));
        var released = await Takes(host, new ReleaseTicket("s1", Amy));
        Assert.Null(released.Transfer);
        await host.Ticket().Does(Amy, Note("x"));
        Assert.Equal(Done(await host.Ticket().View(Amy)).Version, (await Takes(host, new ReleaseTicket("s1", Amy))).Version);
    }

    [Fact]
    public async Task Move_HeldByItsSaga_ChangesTeamFormAndPromisesTogether()
    {
        await using var host = await Start();
        var before = await host.Created(command: Creation(assignee: "amy"));
        Assert.NotEmpty(before.Sla);
        var move = new MoveTicket("s1", Amy, Billing, Default, JsonText.EmptyObject, Default, "new", "cid", "It is a bill.");
        Refused(ErrorCode.TicketBusy, await host.Ticket().Take(move));
        await Takes(host, new HoldTicket("s1", Amy, null));
        Refused(ErrorCode.FieldsInvalid, await host.Ticket().Take(move with { Fields = new("""{"x":1}""") }));
        Refused(ErrorCode.AgentNotFound, await host.Ticket().Take(move with { Assignee = "bob" }));
        var moved = await Takes(host, move);
        Assert.Equal((Billing, "cid"), (moved.Team, moved.Assignee?.Id));
        Assert.All(moved.Sla, c => Assert.Null(c.DueAt));
        Assert.Equal(moved.Version, (await Takes(host, move)).Version);
        await Takes(host, new ReleaseTicket("s1", Amy));
        Refused(ErrorCode.TicketNotFound, await host.Ticket().View(Amy));
        Assert.Equal(("transfer", "It is a bill."), (await host.Ticket().Entries(Cid)).Where(e => e.Kind == "transfer").Select(e => (e.Kind, e.Text!)).Single());

        // And back, with the promises that there were.
        await Takes(host, new HoldTicket("s1", Cid, null));
        var back = await Takes(host, move with { ToTeam = Care, Assignee = "amy", Undoes = true });
        await Takes(host, new ReleaseTicket("s1", Cid));
        Assert.Equal(Care, back.Team);
        Assert.Equal(before.Sla.Select(c => (c.Metric, c.TargetSeconds)), back.Sla.Select(c => (c.Metric, c.TargetSeconds)));

        // A word that was late by a whole saga does not hold it for ever.
        await Takes(host, new HoldTicket("s1", Amy, null));
        await host.Ticket().Does(Amy, Note("free"));
    }

    [Fact]
    public async Task Merge_AndPartAgain_LeaveBothAsTheyWere()
    {
        await using var host = await Start();
        await host.Created("from");
        await host.Created("into");
        await host.Ticket("into").Does(Amy, new AddTags(["both"]));
        await host.Ticket("from").Does(Amy, new AddTags(["both", "mine"]), new Watch("bob"), new TriggerState("hold"));
        var absorb = new AbsorbTicket("m", Amy, "from", 1, [Carried("from", 4, "public words", true), Carried("from", 5, "a note", false)], ["both", "mine"], [new("bob", "bob")]);
        var merged = await Takes(host, new MergedInto("m", Amy, "into", 2), "from");
        Assert.Equal(("into", StateCategory.Closed), (merged.MergedInto, merged.Category));
        Refused(ErrorCode.TicketEnded, await host.Ticket("from").Tries(Boss, new ForceState("open", "because")));
        Assert.Equal(["both", "mine"], (await Takes(host, absorb, "into")).Tags);
        Assert.Equal((await Takes(host, absorb, "into")).Version, Done(await host.Ticket("into").View(Amy)).Version);
        Assert.Equal(["public words", "a note"], (await host.Ticket("into").Entries(Amy)).Where(e => e.About == "from" && e.Text is not null).Select(e => e.Text));
        Assert.Equal(["public words"], (await host.Ticket("into").Entries(Ada)).Where(e => e.Text is not null).Select(e => e.Text));

        await host.Restart();
        var parted = await Takes(host, new PartAgain("m", Amy), "into");
        Assert.Equal(["both"], parted.Tags);
        Assert.Empty(parted.Watchers);
        Assert.DoesNotContain(await host.Ticket("into").Entries(Amy), e => e.Text == "public words");
        var free = await Takes(host, new PartAgain("m", Amy), "from");
        Assert.Equal((null, "on-hold"), (free.MergedInto, free.State));
        Assert.Equal(free.Version, (await Takes(host, new MergedInto("m", Amy, "into", 2), "from")).Version);
    }

    [Fact]
    public async Task SplitOff_ToldTwice_StandsOnce()
    {
        await using var host = await Start();
        await host.Created();
        var step = new SplitOff("s", Amy, "t2", 2, [3]);
        await Takes(host, step);
        await Takes(host, step);
        Assert.Equal("t2", Assert.Single(await host.Ticket().Entries(Amy), e => e.Kind == "split").About);
        Refused(ErrorCode.TicketNotFound, await host.Ticket("none").Take(step));
    }

    private static CarriedComment Carried(string from, long seq, string text, bool open) =>
        new(from, seq, new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), Amy.Author(), open, text, []);

    private static async Task<TicketView> Takes(GrainHost host, TicketStep step, string id = "t1") => Done(await host.Ticket(id).Take(step));
}
