using System.Collections.Immutable;
using Grainline.Refusals;

namespace Grainline.Tickets.Work;

/// <summary>What each step tells its ticket.</summary>
internal sealed partial class TicketSagaGrain
{
    /// <summary>Who is named in the histories: who asked, or the product where it goes back by itself.</summary>
    private Actor By => State.TurnedBack ? Actor.System : State.UndoneBy ?? State.Begun!.By;

    private ITicketGrain Ticket(string id) => GrainFactory.Ticket(new TicketKey(_key.Tenant, id));

    private async Task<Refusal?> Take(SagaStep step) => step switch
    {
        { Kind: SagaStepKind.Create, New: { } made } => (await Ticket(step.Ticket).Create(new(
            By, made.Team, made.Subject, made.Priority, made.Form, made.Fields, made.Requester, null, null, [], made.Assignee))).Refusal,
        { Kind: SagaStepKind.Absorb } => (await Ticket(step.Ticket).Take(await Absorbing(step))).Refusal,
        _ => (await Ticket(step.Ticket).Take(Told(step))).Refusal,
    };

    private TicketStep Told(SagaStep step) => step switch
    {
        { Kind: SagaStepKind.Hold } => new HoldTicket(step.As, By, step.Transfer),
        { Kind: SagaStepKind.Release } => new ReleaseTicket(step.As, By),
        { Kind: SagaStepKind.Move, Move: { To: var to } move } => new MoveTicket(
            step.As, By, to.Team, to.Form, to.Fields, to.Lifecycle, to.State, to.Assignee, move.Note, move.Undoes),
        { Kind: SagaStepKind.SplitOff, Other: { } other } => new SplitOff(step.As, By, other, step.Number, step.Comments ?? []),
        { Kind: SagaStepKind.Link, Link: { } link } => new OtherLinked(step.As, By, link),
        { Kind: SagaStepKind.Unlink, Link: { } link } => new OtherUnlinked(step.As, By, link.Kind, link.TicketId),
        { Kind: SagaStepKind.Merge, Other: { } other } => new MergedInto(step.As, By, other, step.Number),
        { Kind: SagaStepKind.Part } => new PartAgain(step.As, By),
        _ => throw new InvalidOperationException($"Saga {Key} cannot tell anybody to {step.Kind}."),
    };

    private async Task<AbsorbTicket> Absorbing(SagaStep step)
    {
        ImmutableArray<long> seqs = step.Comments ?? [];
        var comments = seqs.IsEmpty ? [] : await CarriedComments.Read(Ticket(step.Other!), step.Other!, seqs.Min() - 1, seqs.Max());
        return new(
            step.As, By, step.Other!, step.Number, [.. comments.Where(c => seqs.Contains(c.FromSeq)).Select(c => step.Hidden ? c with { Public = false } : c)],
            step.Tags ?? [], step.Watchers ?? []);
    }
}
