using System.Collections.Immutable;
using Grainline.Refusals;

namespace Grainline.Tickets.Work;

/// <summary>What comes next, worked out while the tickets that matter stand still. No steps: there is nothing more to do.</summary>
internal sealed partial class TicketSagaGrain
{
    private Task<Outcome<ImmutableArray<SagaStep>>> Plan() => (State.Begun!, State) switch
    {
        ({ Transfer: { } transfer }, { Plans: 0, UndoneBy: null }) => PlanTransfer(transfer),
        ({ Transfer: { } transfer }, { Plans: 0, Moved: { } there }) => PlanWayBack(transfer.TicketId, there),
        ({ Merge: { } merge }, { Plans: 0 }) => PlanMerge(merge),
        ({ Split: { } split }, { Plans: 0 }) => PlanNewTicket(split),
        ({ Split: { } split }, { Plans: 1 }) => PlanSplit(split),
        _ => Task.FromResult<Outcome<ImmutableArray<SagaStep>>>(ImmutableArray<SagaStep>.Empty),
    };

    private async Task<Outcome<ImmutableArray<SagaStep>>> PlanTransfer(TransferTicket command)
    {
        var ticket = await Seen(command.TicketId);
        if (ticket.Refusal is { } gone)
            return gone;
        var target = await Target(ticket.Value!, command);
        return target.Refusal is { } refusal ? refusal : MoveAndRelease(command.TicketId, State.Steps[0].As, target.Value!);
    }

    private async Task<Outcome<ImmutableArray<SagaStep>>> PlanWayBack(string ticketId, TicketMove there)
    {
        var ticket = await Seen(ticketId);
        if (ticket.Refusal is { } gone)
            return gone;
        var form = await desk.Form(_key.Tenant, there.From.Form);
        var lifecycle = await desk.Lifecycle(_key.Tenant, there.From.Lifecycle);
        var members = (await desk.Team(_key.Tenant, there.From.Team))?.Members ?? [];
        return MoveAndRelease(ticketId, State.Steps[0].As, TransferTarget.Back(ticket.Value!, there, form, lifecycle, members));
    }

    private async Task<Outcome<ImmutableArray<SagaStep>>> PlanMerge(MergeTickets command)
    {
        var into = await Seen(command.Into);
        if (into.Refusal is { } gone)
            return gone;
        var children = ImmutableArray.CreateBuilder<MergedTicket>();
        foreach (var id in command.TicketIds)
        {
            var child = await Seen(id);
            if (child.Refusal is { } refusal)
                return refusal;
            children.Add(new(child.Value!, SagaSteps.Part(_key.Id, children.Count), CarriedComments.Portions(await CarriedComments.Read(Ticket(id), id, 0))));
        }

        return MergeSteps.Of(into.Value!, children.DrainToImmutable());
    }

    private async Task<Outcome<ImmutableArray<SagaStep>>> PlanNewTicket(SplitTicket command)
    {
        var ticket = await Seen(command.TicketId);
        if (ticket.Refusal is { } gone)
            return gone;
        var known = await CarriedComments.Read(Ticket(command.TicketId), command.TicketId, 0);
        if (command.Comments.FirstOrDefault(seq => known.All(c => c.FromSeq != seq)) is var missing and > 0)
            return new Refusal(ErrorCode.InvalidArgument, $"The ticket has no comment {missing}.");
        var source = ticket.Value!;
        var made = new NewTicket(source.Team, command.Subject, source.Priority, source.Form.Id, source.Fields, source.Requester, source.Assignee?.Id);
        return ImmutableArray.Create(new SagaStep(SagaStepKind.Create, State.Begun!.NewTicket!, _key.Id, command.TicketId, source.Number, New: made));
    }

    private async Task<Outcome<ImmutableArray<SagaStep>>> PlanSplit(SplitTicket command)
    {
        var (source, made) = (await Seen(command.TicketId), await Seen(State.Begun!.NewTicket!));
        if ((source.Refusal ?? made.Refusal) is { } gone)
            return gone;
        var comments = await CarriedComments.Read(Ticket(command.TicketId), command.TicketId, 0);
        return SplitSteps.Of(_key.Id, source.Value!, made.Value!, CarriedComments.Portions([.. comments.Where(c => command.Comments.Contains(c.FromSeq))]), command.Comments);
    }

    private static ImmutableArray<SagaStep> MoveAndRelease(string ticket, string saga, TicketMove move) =>
        [new(SagaStepKind.Move, ticket, saga, Move: move), new(SagaStepKind.Release, ticket, saga)];

    private async Task<Outcome<TicketMove>> Target(TicketView ticket, TransferTicket command)
    {
        if (await desk.Team(_key.Tenant, command.ToTeam) is not { } team)
            return new Refusal(ErrorCode.DefinitionNotFound, $"There is no team '{command.ToTeam}'.");
        var asked = TransferTarget.FormAsked(ticket, command, team);
        var rules = await desk.RulesOf(_key.Tenant, command.ToTeam, asked);
        if (rules.Refusal is { } refusal)
            return refusal;

        // Its own template keeps the version that it was written with.
        var version = asked == ticket.Form.Id ? ticket.Form : rules.Value!.Form;
        return TransferTarget.Of(
            ticket, command, rules.Value!, version, await desk.Form(_key.Tenant, version), await desk.Lifecycle(_key.Tenant, rules.Value!.Lifecycle));
    }

    private Task<Outcome<TicketView>> Seen(string ticketId) => Ticket(ticketId).View(Actor.System);
}
