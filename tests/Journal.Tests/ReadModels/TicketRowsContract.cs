using Grainline.Journal.ReadModels;
using static Grainline.Journal.Tests.ReadModels.SomeTickets;

namespace Grainline.Journal.Tests.ReadModels;

/// <summary>Lists of tickets: orders, pages, what a reader may see, what has changed.</summary>
public abstract class TicketRowsContract<TBackend> : ReadModelTest<TBackend>
    where TBackend : ReadModelBackend, new()
{
    private ITicketRows Rows => Backend.Tickets;

    [Fact]
    public async Task Find_WhatWasWritten_IsTheSame()
    {
        var ticket = Ticket(7).With("""{"model":"x"}""") with
        {
            Assignee = "amy",
            Requester = "ada",
            Email = "ada@example.com",
            Tags = ["vip", "\u9000\u6B3E"],
            Watchers = ["li"],
            Due = Start,
            Breached = true,
            Priority = -1,
            Category = 2,
            FormVersion = 3,
        };
        await Write(ticket);
        await Backend.ReopenAsync();
        var found = await Rows.FindAsync(Tenant, "t7", Cancelled);
        Assert.Equivalent(ticket with { Fields = default, Json = default }, found! with { Fields = default, Json = default }, strict: true);
        Assert.Equal((Text(ticket.Fields), Text(ticket.Json)), (Text(found.Fields), Text(found.Json)));
        Assert.Null(await Rows.FindAsync("other", "t7", Cancelled));
    }

    [Fact]
    public async Task Write_AnOlderVersion_ChangesNothing()
    {
        await Write(Ticket(1, 5) with { Team = "billing", Tags = ["new"] });
        await Write(Ticket(1, 4) with { Team = "support", Tags = ["old"] }, Ticket(1, 5) with { Team = "sales", Tags = ["twice"] });
        Assert.Equal("billing", (await Rows.FindAsync(Tenant, "t1", Cancelled))!.Team);
        Assert.Equal(["t1"], await List(new() { Tags = ["new"] }));
        Assert.Empty(await List(new() { Tags = ["old"] }));
    }

    [Fact]
    public async Task Write_TagsAndWatchersThatWent_AreNotFoundAgain()
    {
        await Write(Ticket(1) with { Tags = ["a", "b"], Watchers = ["amy"] });
        await Write(Ticket(1, 2) with { Tags = ["b", "c"], Watchers = [] });
        Assert.Empty(await List(new() { Tags = ["a"] }));
        Assert.Equal(["t1"], await List(new() { Tags = ["b", "c"] }));
        Assert.Empty(await List(new() { Watcher = "amy" }));
    }

    [Theory]
    [CombinatorialOrders]
    public async Task List_PageByPageInAnyOrder_HasEveryTicketOnceInThatOrder(TicketRowOrder order, bool descending)
    {
        var random = new Random(3);
        StoredTicket[] all =
        [
            .. Enumerable.Range(1, 40).Select(n => Ticket(n) with
            {
                UpdatedAt = Start.AddMinutes(random.Next(5)), Due = random.Next(3) == 0 ? null : Start.AddMinutes(random.Next(5)), Priority = random.Next(-1, 3), CreatedAt = Start.AddMinutes(random.Next(5)),
            }),
        ];
        await Write(all);
        var seen = new List<StoredTicket>();
        TicketRowPlace? after = null;
        while (await Rows.ListAsync(new(Everybody, TicketRowFilter.Everything, order, descending, after, 7), Cancelled) is { Count: > 0 } page)
        {
            seen.AddRange(page);
            after = TicketRowPlace.Of(page[^1], order);
        }

        var expected = all.OrderBy(t => TicketRowPlace.Of(t, order).Value).ThenBy(t => t.Number).Select(t => t.Id);
        Assert.Equal(descending ? expected.Reverse() : expected, seen.Select(t => t.Id));
    }

    [Fact]
    public async Task List_ForSomebodyOfOneTeam_HasItsOwnAndWhatItWatchesOnEveryPage()
    {
        await Write([.. Enumerable.Range(1, 30).Select(n => Ticket(n) with { Team = n % 10 == 0 ? "billing" : "support" })]);
        await Write(Ticket(1, 2) with { Assignee = "bo" }, Ticket(2, 2) with { Watchers = ["bo"] });
        var bo = new TicketRowReader(Tenant, "bo", ["billing"]);
        Assert.Equal(["t1", "t2"], await List(TicketRowFilter.Everything, bo, 2));
        Assert.Equal(["t1", "t2", "t10", "t20", "t30"], await List(TicketRowFilter.Everything, bo));
        Assert.Equal([5], await Rows.CountAsync(bo, [TicketRowFilter.Everything], 1_000, Cancelled));
        Assert.Equal(["t1", "t2"], await List(TicketRowFilter.Everything, bo with { Teams = [] }));
        Assert.Empty(await List(TicketRowFilter.Everything, bo with { Tenant = "other" }));
    }

    [Fact]
    public async Task Changes_AfterAPosition_SayWhatIsInTheListNowAndWhatIsNot()
    {
        await Write(Ticket(1), Ticket(2), Ticket(3));
        await Write(Ticket(1, 9) with { Changed = 1_000 }, Ticket(2, 9) with { Changed = 1_001, Category = 5 }, Ticket(3, 9) with { Changed = 1_002, Team = "billing" });
        var reader = new TicketRowReader(Tenant, "amy", ["support"]);
        var changes = await Rows.ChangesAsync(reader, new() { Categories = [1] }, 999, 10, Cancelled);
        Assert.Equal([("t1", 1_000L, true), ("t2", 1_001L, false), ("t3", 1_002L, false)], changes.Select(c => (c.Id, c.Changed, c.Json is not null)));
        Assert.Equal(["t3"], (await Rows.ChangesAsync(reader, TicketRowFilter.Everything, 1_001, 10, Cancelled)).Select(c => c.Id));
        Assert.Equal(["t1"], (await Rows.ChangesAsync(reader, TicketRowFilter.Everything, 999, 1, Cancelled)).Select(c => c.Id));
        Assert.Empty(await Rows.ChangesAsync(reader with { Tenant = "other" }, TicketRowFilter.Everything, 0, 10, Cancelled));
    }

    [Fact]
    public async Task OpenOfForm_Paged_LeavesOutOtherFormsAndWhatIsFinished()
    {
        await Write([.. Enumerable.Range(1, 9).Select(n => Ticket(n) with { Form = n % 3 == 0 ? "other" : "default", Category = n == 8 ? 4 : 0 })]);
        var first = await Rows.OpenOfFormAsync(Tenant, "default", null, 3, Cancelled);
        var second = await Rows.OpenOfFormAsync(Tenant, "default", first[^1].Id, 3, Cancelled);
        Assert.Equal(["t1", "t2", "t4", "t5", "t7"], first.Concat(second).Select(t => t.Id));
    }

    [Fact]
    public async Task Deeds_OfAPerson_ComeNewestFirstInTheWindow()
    {
        TicketDeed[] deeds = [.. Enumerable.Range(1, 6).Select(n => new TicketDeed(n, Tenant, n == 3 ? "li" : "amy", Start.AddHours(n / 2), "t1", n))];
        await Rows.WriteAsync([], deeds, Cancelled);
        await Rows.WriteAsync([], deeds, Cancelled);
        var query = new TicketDeedQuery(Tenant, "amy", Start, Start.AddHours(3), null, 2);
        var first = await Rows.DeedsAsync(query, Cancelled);
        var second = await Rows.DeedsAsync(query with { Before = (first[^1].At, first[^1].Position), Limit = 9 }, Cancelled);
        Assert.Equal([5, 4, 2, 1], first.Concat(second).Select(d => d.Position));
        Assert.Empty(await Rows.DeedsAsync(query with { Tenant = "other" }, Cancelled));
    }

    protected async Task Write(params StoredTicket[] tickets) => await Rows.WriteAsync(tickets, [], Cancelled);

    protected Task<string[]> List(TicketRowFilter filter) => List(filter, Everybody);

    private async Task<string[]> List(TicketRowFilter filter, TicketRowReader reader, int limit = 100) =>
        [.. (await Rows.ListAsync(new(reader, filter, TicketRowOrder.Number, false, null, limit), Cancelled)).Select(t => t.Id)];
}
