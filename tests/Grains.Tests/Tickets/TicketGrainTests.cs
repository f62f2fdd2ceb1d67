using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

public sealed class TicketGrainTests
{
    [Fact]
    public async Task Create_Twice_IsOneTicketWithANumber()
    {
        await using var host = await Start();
        var first = await host.Created();
        var again = Done(await host.Ticket().Create(Creation() with { Subject = "Another" }));
        Assert.Equal((first.Number, first.Version, "It is broken"), (again.Number, again.Version, again.Subject));
        Assert.Equal(("new", StateCategory.New, Care), (first.State, first.Category, first.Team));
        var other = await host.Created("t2");
        Assert.True(other.Number > first.Number);
    }

    [Fact]
    public async Task Create_ManyAtOnce_IsOneTicket()
    {
        await using var host = await Start();
        var views = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Ticket().Create(Creation())));
        Assert.Single(views.Select(v => Done(v).Number).Distinct());
        Assert.Single(await host.Ticket().Entries(Amy), e => e.Kind == "created");
    }

    [Fact]
    public async Task Create_Unfit_LeavesNothingBehind()
    {
        await using var host = await Start();
        Refused(ErrorCode.DefinitionNotFound, await host.Ticket().Create(Creation(team: "nobody")));
        Refused(ErrorCode.FieldsInvalid, await host.Ticket().Create(Creation(form: "order", fields: """{"order":7}""")));
        Refused(ErrorCode.InvalidArgument, await host.Ticket().Create(Creation(fields: "[]")));
        Refused(ErrorCode.TextEmpty, await host.Ticket().Create(Creation() with { Subject = "  " }));
        Refused(ErrorCode.AgentNotFound, await host.Ticket().Create(Creation(assignee: "cid")));
        Refused(ErrorCode.TicketNotFound, await host.Ticket().View(Boss));
        Assert.Empty(await host.Journal.ReadAsync("ticket/acme/t1", 0, 10));
    }

    [Fact]
    public async Task Apply_ListOfActions_IsOneChange()
    {
        await using var host = await Start();
        await host.Created(command: Creation(form: "order"));
        var view = await host.Ticket().Does(
            Amy, new SetSubject(" Broken screen "), new SetPriority(Priority.High), new AddTags(["Screen", "ÄRGER", "屏幕"]), new SetFields(new("""{"order":"A-1","count":2}""")),
            new AssignTicket("me"), Say("We look at it, @bob and @nobody."));
        Assert.Equal(("Broken screen", Priority.High, "open"), (view.Subject, view.Priority, view.State));
        Assert.Equal(["screen", "ärger", "屏幕"], view.Tags);
        Assert.Equal("""{"order":"A-1","count":2}""", view.Fields.Text);
        Assert.Equal("amy", view.Assignee?.Id);
        Assert.Equal(["bob"], view.Watchers.Select(w => w.Id));
        Assert.Equal(["changed", "state", "comment", "changed"], (await host.Ticket().Entries(Amy)).Where(e => e.Seq > 2 && e.Kind != "sla").Select(e => e.Kind));
        var at = (await host.Journal.ReadAsync("ticket/acme/t1", 2, 50)).Select(e => e.At).Distinct();
        Assert.Single(at);
    }

    [Fact]
    public async Task Apply_OneActionRefused_DoesNothingAtAll()
    {
        await using var host = await Start();
        var before = await host.Created();
        Refused(ErrorCode.TriggerNotAllowed, await host.Ticket().Tries(Amy, new SetSubject("Changed"), Say("Hello"), new TriggerState("reopen")));
        Refused(ErrorCode.FieldsInvalid, await host.Ticket().Tries(Amy, new AddTags(["a"]), new SetFields(new("""{"unknown":1}"""))));
        Refused(ErrorCode.AgentNotFound, await host.Ticket().Tries(Amy, new SetSubject("Changed"), new AssignTicket("cid")));
        Refused(ErrorCode.InvalidArgument, await host.Ticket().Tries(Amy, new SetSubject("Changed"), new AddTags(["two words"])));
        var after = Done(await host.Ticket().View(Amy));
        Assert.Equal((before.Version, before.Subject), (after.Version, after.Subject));
        await host.Restart();
        Assert.Equal(before.Version, Done(await host.Ticket().View(Amy)).Version);
    }

    [Fact]
    public async Task Apply_SameRequest_IsAnsweredFromTheFirst()
    {
        await using var host = await Start();
        await host.Created();
        var command = new ApplyToTicket(Amy, "once", [Say("Hello")]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Ticket().Apply(command)));
        Assert.Single(answers, a => !Done(a).Duplicate);
        await host.Restart();
        Assert.True(Done(await host.Ticket().Apply(command)).Duplicate);
        Assert.Single(await host.Ticket().Entries(Amy), e => e.Kind == "comment");
        Refused(ErrorCode.InvalidClientMessageId, await host.Ticket().Apply(command with { RequestId = "" }));
    }

    [Fact]
    public async Task Apply_TwoEditorsOfOneVersion_OneWins()
    {
        await using var host = await Start();
        var seen = (await host.Created()).Version;
        var answers = await Task.WhenAll(
            host.Ticket().Apply(new(Amy, "a", [new SetSubject("Amy's")], seen)), host.Ticket().Apply(new(Bob, "b", [new SetSubject("Bob's")], seen)));
        Assert.Equal(ErrorCode.TicketChanged, Assert.Single(answers, a => !a.Succeeded).Refusal!.Code);
        var won = Done(Assert.Single(answers, a => a.Succeeded)).Ticket;
        Assert.Equal(won.Subject, Done(await host.Ticket().View(Amy)).Subject);
    }

    [Fact]
    public async Task Apply_WhatIsSoAlready_WritesNothing()
    {
        await using var host = await Start();
        await host.Created();
        var view = await host.Ticket().Does(Amy, new AddTags(["a"]), new Watch());
        var again = await host.Ticket().Does(Amy, new AddTags(["A"]), new Watch(), new SetSubject("It is broken"), new SetPriority(Priority.Normal), new RemoveTags(["b"]), new AssignTicket(null));
        Assert.Equal(view.Version, again.Version);
    }

    [Fact]
    public async Task Restart_InTheMiddle_LosesNothingThatWasAcknowledged()
    {
        await using var host = await Start();
        await host.Created();
        for (var i = 0; i < 5; i++)
        {
            await host.Ticket().Does(Amy, new SetSubject($"Subject {i}"), Note($"Note {i}"));
            await host.Restart();
        }

        var view = await host.Ticket().Does(Bob, new TriggerState("solve"));
        Assert.Equal(("Subject 4", StateCategory.Solved), (view.Subject, view.Category));
        Assert.NotNull(view.SolvedAt);
        Assert.Equal(5, (await host.Ticket().Entries(Amy)).Count(e => e.Kind == "note"));
    }

    [Fact]
    public async Task Lifecycle_SolvedAndReopenedAndClosedByTime_IsFollowed()
    {
        await using var host = await Start();
        await host.Created();
        Assert.Equal("open", (await host.Ticket().Does(Amy, Say("We answer."))).State);
        Assert.Equal("solved", (await host.Ticket().Does(Amy, new TriggerState("solve"))).State);
        Done(await host.Ticket().Tries(Ada, Say("Still broken")));
        var reopened = Done(await host.Ticket().View(Boss));
        Assert.Equal(("open", null), (reopened.State, reopened.SolvedAt));
        Assert.Equal("solved", (await host.Ticket().Does(Amy, new TriggerState("solve"))).State);
        await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromHours(1));
                return Eventually.Answers(() => host.Ticket().View(Boss));
            },
            v => v.Value?.State == "closed");
        Refused(ErrorCode.TicketEnded, await host.Ticket().Tries(Amy, new SetSubject("Late")));
        Refused(ErrorCode.TicketEnded, await host.Ticket().Tries(Ada, Say("Late")));
        await host.Ticket().Does(Amy, Note("For the record"));
    }
}
