using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tickets;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

/// <summary>Who sees what and may do what.</summary>
public sealed class TicketSightTests
{
    [Fact]
    public async Task View_ByOthersThanItsOwn_IsNotFound()
    {
        await using var host = await Start();
        await host.Created();
        Refused(ErrorCode.TicketNotFound, await host.Ticket().View(Cid));
        Refused(ErrorCode.TicketNotFound, await host.Ticket().Tries(Cid, Note("hi")));
        Refused(ErrorCode.TicketNotFound, await host.Ticket().Timeline(new(Cid, 0, 10)));
        Refused(ErrorCode.TicketNotFound, await host.Ticket().AsOf(Cid, DateTimeOffset.MaxValue));
        Refused(ErrorCode.TicketNotFound, await host.Ticket().View(new(ActorKind.Visitor, "eve", "Eve")));
        Refused(ErrorCode.TicketNotFound, await host.Grains.Ticket(new("other", "t1")).View(Boss));
        foreach (var reader in new[] { Amy, Bob, Boss, Ada })
            Done(await host.Ticket().View(reader));
    }

    [Fact]
    public async Task Watcher_OfAnotherTeam_ReadsAndWritesNotesOnly()
    {
        await using var host = await Start();
        await host.Created();
        await host.Ticket().Does(Amy, new Watch("cid"));
        Done(await host.Ticket().View(Cid));
        await host.Ticket().Does(Cid, Note("I know this one."));
        Refused(ErrorCode.Forbidden, await host.Ticket().Tries(Cid, Say("Hello")));
        Refused(ErrorCode.Forbidden, await host.Ticket().Tries(Cid, Note("x"), new SetSubject("y")));
        await host.Ticket().Does(Amy, new Unwatch("cid"));
        Refused(ErrorCode.TicketNotFound, await host.Ticket().View(Cid));
    }

    [Fact]
    public async Task Creator_OfAnotherTeam_WatchesIt()
    {
        await using var host = await Start();
        var view = await host.Created(command: Creation(Cid));
        Assert.Equal(["cid"], view.Watchers.Select(w => w.Id));
        Done(await host.Ticket().View(Cid));
    }

    [Fact]
    public async Task Requester_SeesThePublicPartOnly()
    {
        await using var host = await Start();
        await host.Created(command: Creation(form: "order", fields: """{"order":"A-1","count":3}""", comment: Say("It does not start.")));
        await host.Ticket().Does(Amy, new AddTags(["vip"]), Note("Careful with this one"), new SetPriority(Priority.Urgent), new Watch("bob"));
        await host.Ticket().Does(Amy, new AssignTicket("bob"), new TriggerState("solve"));
        var view = Done(await host.Ticket().View(Ada));
        Assert.Equal("""{"order":"A-1"}""", view.Fields.Text);
        Assert.True(view is { Tags.IsEmpty: true, Watchers.IsEmpty: true, Links.IsEmpty: true, Sla.IsEmpty: true, Triggers.IsEmpty: true, Present.IsEmpty: true, Priority: Priority.Normal });
        var entries = await host.Ticket().Entries(Ada);
        Assert.Equal(["created", "comment", "state", "state"], entries.Select(e => e.Kind));
        Assert.Equal("It does not start.", entries[1].Text);
        Assert.Equal("\"solved\"", entries[3].Changes[0].To!.Value.Text);
        Assert.All(entries, e => Assert.Null(e.Macro ?? e.About));
        var page = Done(await host.Ticket().Timeline(new(Ada, 0, 10)));
        Assert.Equal(page.Head, page.Entries[^1].Seq);
        var then = Done(await host.Ticket().AsOf(Ada, host.Clock.GetUtcNow()));
        Assert.True(then.Tags.IsEmpty && then.Sla.IsEmpty);
    }

    [Fact]
    public async Task Requester_MayWriteAndNothingElse()
    {
        await using var host = await Start();
        await host.Created();
        Done(await host.Ticket().Tries(Ada, Say("Any news?")));
        foreach (var action in new TicketAction[] { Note("x"), new SetSubject("x"), new TriggerState("solve"), new AssignTicket("amy"), new Watch("amy") })
            Refused(ErrorCode.Forbidden, await host.Ticket().Tries(Ada, action));
    }

    [Fact]
    public async Task Visitor_CreatesWithAPublicFormOnly()
    {
        await using var host = await Start();
        Refused(ErrorCode.DefinitionNotFound, await host.Ticket().Create(Creation(Ada)));
        Refused(ErrorCode.FieldsInvalid, await host.Ticket().Create(Creation(Ada, form: "order")));
        Refused(ErrorCode.Forbidden, await host.Ticket().Create(Creation(Ada, form: "order", fields: """{"order":"A"}""", assignee: "amy")));
        Refused(ErrorCode.Forbidden, await host.Ticket().Create(Creation(Ada, form: "order", fields: """{"order":"A"}""") with { Requester = new("eve", "Eve", null) }));
        var view = await host.Created(command: Creation(Ada, form: "order", fields: """{"order":"A"}"""));
        Assert.Equal("ada", view.Requester?.VisitorId);
    }

    [Fact]
    public async Task Force_ByOthersThanAdministrators_IsForbidden()
    {
        await using var host = await Start();
        await host.Created();
        Refused(ErrorCode.Forbidden, await host.Ticket().Tries(Amy, new ForceState("closed", "because")));
        Refused(ErrorCode.TriggerNotAllowed, await host.Ticket().Tries(Boss, new ForceState("nowhere", "because")));
        var view = await host.Ticket().Does(Boss, new ForceState("closed", "because"));
        Assert.Equal(StateCategory.Closed, view.Category);
        Assert.Equal("because", (await host.Ticket().Entries(Amy)).Single(e => e.Kind == "state").Text);
    }
}
