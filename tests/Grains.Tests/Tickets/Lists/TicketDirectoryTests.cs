using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Lists;
using Microsoft.Extensions.DependencyInjection;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets.Lists;

public sealed class TicketDirectoryTests
{
    [Fact]
    public async Task ListAsync_OfATicket_SaysWhatItsViewSays()
    {
        await using var host = await Start();
        await host.Created(command: Creation(form: "order", fields: """{"order":"A-1"}""", comment: Say("It does not start.")));
        await host.Ticket().Does(Amy, new AddTags(["vip"]), new SetPriority(Priority.Urgent), new AssignTicket("bob"), new SetFields(new("""{"count":3}""")), Note("Careful"));
        var view = Done(await host.Ticket().View(Boss));
        var row = Assert.Single((await (await host.Lists()).List()).Items);
        Assert.Equal(
            (view.TicketId, view.Number, view.Version, view.Subject, view.Team, view.Assignee?.Id, view.Requester?.Name, view.Priority, view.State, view.Category),
            (row.TicketId, row.Number, row.Version, row.Subject, row.Team, row.AssigneeId, row.RequesterName, row.Priority, row.State, row.Category));
        Assert.Equal((view.CreatedAt, view.UpdatedAt, "vip", "Careful"), (row.CreatedAt, row.UpdatedAt, Assert.Single(row.Tags), row.LastText));
        var open = view.Sla.Where(clock => clock.MetAt is null && clock.DueAt is not null).ToArray();
        Assert.NotEmpty(open);
        Assert.Equal((open.Min(clock => clock.DueAt), open.MinBy(clock => clock.DueAt)!.WarnAt, false), (row.NextDue, row.NextWarn, row.Breached));
        var lists = await host.Lists();
        Assert.Single((await lists.List(filter: new(Fields: Fields("count", "3")))).Items);
        Assert.Empty((await lists.List(filter: new(Fields: Fields("count", "\"3\"")))).Items);
    }

    [Fact]
    public async Task ListAsync_ByReader_HasItsTeamsAndWhatItWatches()
    {
        await using var host = await Start();
        foreach (var n in Enumerable.Range(1, 6))
            await host.Created($"t{n}", Creation(Boss, n % 2 == 0 ? Billing : Care));
        await host.Ticket("t1").Does(Amy, new Watch("cid"));
        var lists = await host.Lists();
        Assert.Equal(["t1", "t2", "t4", "t6"], (await lists.List(ListScene.Of("cid", Billing))).Ids());
        Assert.Equal(["t1", "t3", "t5"], (await lists.List(ListScene.Of("amy", Care))).Ids());
        Assert.Empty((await lists.List(ListScene.Of("eve"))).Items);
        Assert.Empty((await lists.List(new("other", "boss", null))).Items);
        var first = await lists.List(ListScene.Of("cid", Billing), limit: 3);
        Assert.Equal(["t6"], (await lists.List(ListScene.Of("cid", Billing), cursor: first.Next, limit: 3)).Ids());
        Assert.Equal(first.Ids(), (await lists.List(ListScene.Of("cid", Billing), cursor: "bm90IGEgY3Vyc29y", limit: 3)).Ids());
        Assert.Equal([3, 1], await lists.CountAsync(ListScene.Of("amy", Care), [new(), new(Watcher: "cid")], CancellationToken.None));
    }

    [Fact]
    public async Task ChangesAsync_AfterAPage_HasWhatCameChangedAndWent()
    {
        await using var host = await Start();
        foreach (var n in Enumerable.Range(1, 4))
            await host.Created($"t{n}");
        var open = new TicketFilter(Categories: [StateCategory.New, StateCategory.Open, StateCategory.Pending]);
        var before = await (await host.Lists()).List(filter: open);
        await host.Ticket("t1").Does(Amy, new SetSubject("Changed"));
        await host.Ticket("t2").Does(Amy, new AssignTicket("amy"), new TriggerState("solve"));
        await host.Created("t5");
        var lists = await host.Lists();
        var changes = await lists.Changes(before.Position, filter: open);
        Assert.Equal(["t1", "t5"], changes.Changed.Select(row => row.TicketId));
        Assert.Equal("Changed", changes.Changed[0].Subject);
        Assert.Equal(["t2"], changes.Gone);
        Assert.False(changes.More);
        Assert.True((await lists.Changes(changes.Position)) is { Changed.IsEmpty: true, Gone.IsEmpty: true, More: false });
        var one = await lists.Changes(before.Position, filter: open, limit: 1);
        Assert.True(one.More);
        Assert.Equal(2, (await lists.Changes(one.Position, filter: open)) is var rest ? rest.Changed.Length + rest.Gone.Length : 0);
    }

    [Fact]
    public async Task AuditAsync_OfAPerson_SaysWhatWasOtherwiseBefore()
    {
        await using var host = await Start();
        await host.Created();
        await host.Created("t2", Creation(Bob));
        await host.Ticket().Does(Bob, new SetSubject("Other"), Note("looked at it"));
        await host.Ticket().Does(Amy, new SetSubject("Last"));
        var lists = await host.Lists();
        var now = host.Clock.GetUtcNow();
        var query = new AuditQuery("acme", "bob", now.AddDays(-1), now.AddDays(1), null, 2);
        var first = await lists.AuditAsync(query, CancellationToken.None);
        var second = await lists.AuditAsync(query with { Cursor = first.Next }, CancellationToken.None);
        Assert.Equal([("t1", "note"), ("t1", "changed"), ("t2", "created")], first.Items.Concat(second.Items).Where(e => e.Entry.Kind != "state").Select(e => (e.TicketId, e.Entry.Kind)));
        Assert.Null(second.Next);
        var change = Assert.Single(first.Items[1].Entry.Changes);
        Assert.Equal(("\"It is broken\"", "\"Other\""), (change.From?.Text, change.To?.Text));
        Assert.All(first.Items.Concat(second.Items), entry => Assert.Equal("bob", entry.Entry.By.Id));
        Assert.Empty((await lists.AuditAsync(query with { Tenant = "other" }, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task OpenTickets_ForTheDesk_AreThoseOfTheFormThatAreNotFinished()
    {
        await using var host = await Start();
        await host.Created("t1", Creation(form: "order", fields: """{"order":"A-1"}"""));
        await host.Created("t2", Creation(form: "order", fields: """{"order":"A-2"}"""));
        await host.Created("t3");
        await host.Ticket("t2").Does(Amy, new AssignTicket("amy"), new TriggerState("solve"));
        await host.Lists();
        var open = host.Services.GetRequiredService<IOpenTickets>();
        var ticket = Assert.Single(await open.PageAsync("acme", "order", null, 10));
        Assert.Equal(("t1", 1, """{"order":"A-1"}"""), (ticket.TicketId, ticket.FormVersion, ticket.Fields.Text));
        Assert.Empty(await open.PageAsync("acme", "order", "t1", 10));
        Assert.True(await open.AnyOfAsync("acme", Care));
        Assert.False(await open.AnyOfAsync("acme", Billing));
    }

    [Fact]
    public async Task SearchAsync_WithNeitherWordsNorFilter_IsRefused()
    {
        await using var host = await Start();
        var lists = await host.Lists();
        Refused(ErrorCode.InvalidArgument, await lists.SearchAsync(new(ListScene.Everybody, null, " ", null, true, null, 20), CancellationToken.None));
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, JsonText> Fields(string name, string json) =>
        System.Collections.Immutable.ImmutableDictionary<string, JsonText>.Empty.Add(name, new(json));
}
