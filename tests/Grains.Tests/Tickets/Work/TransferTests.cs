using Grainline.Refusals;
using Grainline.Tickets;
using Grainline.Tickets.Work;
using static Grainline.Tests.Tickets.TicketScene;
using static Grainline.Tests.Tickets.Work.SagaScene;

namespace Grainline.Tests.Tickets.Work;

public sealed class TransferTests
{
    [Fact]
    public async Task Transfer_ToAnotherDepartment_MovesEverythingTogether()
    {
        await using var host = await Departments();
        await host.Order();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var saga = Done(await host.Saga().Transfer(ToBilling(agent: "cid")));
        Assert.Equal(("transfer", TicketSagaStatus.Done), (saga.Kind, saga.Status));
        var ticket = await host.Seen();
        Assert.Equal((Billing, "cid", "inbox", "office", "invoice", null), (ticket.Team, ticket.Assignee?.Id, ticket.State, ticket.Lifecycle.Id, ticket.Form.Id, ticket.Transfer));
        Assert.Equal("""{"invoice":"I-7","order":"A-1"}""", ticket.Fields.Text);
        Assert.Equal(36_000, Assert.Single(ticket.Sla, c => c.Metric == SlaMetric.Resolution).TargetSeconds);
        host.CountsAllTime(ticket);
        Assert.Equal("Please look at the bill.", Assert.Single(await host.Ticket().Entries(Boss), e => e.Kind == "transfer").Text);
        Refused(ErrorCode.TicketNotFound, await host.Ticket().View(Bob));
    }

    [Fact]
    public async Task Transfer_SameIdAgain_IsTheSame()
    {
        await using var host = await Departments();
        await host.Order();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Saga().Transfer(ToBilling())));
        Assert.Single(answers.Select(a => Done(a).EndedAt).Distinct());
        Assert.Single(await host.Ticket().Entries(Boss), e => e.Kind == "transfer");
    }

    [Fact]
    public async Task Transfer_FieldsThatTheFormThereLacks_IsRefusedAndMayBeAskedAgain()
    {
        await using var host = await Departments();
        await host.Order();
        Refused(ErrorCode.FieldsInvalid, await host.Saga().Transfer(ToBilling(fields: null)));
        Refused(ErrorCode.AgentNotFound, await host.Saga().Transfer(ToBilling(agent: "bob")));
        Refused(ErrorCode.DefinitionNotFound, await host.Saga().Transfer(ToBilling() with { ToTeam = "nobody" }));
        Refused(ErrorCode.InvalidArgument, await host.Saga().Transfer(ToBilling() with { ToTeam = Care }));
        Refused(ErrorCode.TicketNotFound, await host.Saga().Transfer(ToBilling(by: Cid)));
        Refused(ErrorCode.TicketNotFound, await host.Saga().View(Boss));
        await host.MayChange("t1");
        Assert.Equal(TicketSagaStatus.Done, Done(await host.Saga().Transfer(ToBilling())).Status);
    }

    [Fact]
    public async Task Transfer_WhileAnotherOneHoldsIt_IsRefused()
    {
        await using var host = await Departments();
        await host.Order();
        Done(await host.Ticket().Take(new HoldTicket("other", Amy, null)));
        Refused(ErrorCode.TicketBusy, await host.Saga().Transfer(ToBilling()));
        Assert.Equal(TicketSagaStatus.Undone, Done(await host.Saga().View(Amy)).Status);
        Done(await host.Ticket().Take(new ReleaseTicket("other", Amy)));
        Assert.Equal(TicketSagaStatus.Done, Done(await host.Saga("s2").Transfer(ToBilling())).Status);
    }

    [Fact]
    public async Task Undo_OfATransfer_BringsItBackWithWhatWasSaidSince()
    {
        await using var host = await Departments();
        await host.Order();
        Done(await host.Saga().Transfer(ToBilling()));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.Ticket().Does(Cid, new SetFields(new("""{"order":"A-2"}""")), Note("Not ours."));
        Assert.Equal(TicketSagaStatus.Undone, Done(await host.Saga().Undo(Amy)).Status);
        var ticket = await host.Seen();
        Assert.Equal((Care, "amy", "new", "default", "order"), (ticket.Team, ticket.Assignee?.Id, ticket.State, ticket.Lifecycle.Id, ticket.Form.Id));
        Assert.Equal("""{"order":"A-2","count":2}""", ticket.Fields.Text);
        Assert.Equal(["cid: Not ours."], await host.Words("t1"));
        host.CountsAllTime(ticket);
        await host.MayChange("t1");
        Assert.Equal(TicketSagaStatus.Undone, Done(await host.Saga().Undo(Amy)).Status);
        Assert.Equal(["transfer", "undo"], (await host.Ticket().Entries(Boss)).Where(e => e.Kind is "transfer" or "undo").Select(e => e.Kind));
    }

    [Fact]
    public async Task Undo_TooLateOrByStrangersOrAfterAnotherTransfer_IsRefused()
    {
        await using var host = await Departments();
        await host.Order();
        Done(await host.Saga().Transfer(ToBilling()));
        Refused(ErrorCode.TicketNotFound, await host.Saga().Undo(Bob));
        Done(await host.Saga("s2").Transfer(new(Cid, "t1", Care, null, "default", null, null)));
        Refused(ErrorCode.TooLateToUndo, await host.Saga().Undo(Amy));
        host.Clock.Advance(TimeSpan.FromHours(25));
        Refused(ErrorCode.TooLateToUndo, await host.Saga("s2").Undo(Cid));
        Assert.Equal(Care, (await host.Seen()).Team);
    }
}
