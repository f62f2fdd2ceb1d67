using System.Collections.Immutable;
using Grainline.Attachments;
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
        { Kind: SagaStepKind.Absorb } => await Absorb(step),
        { Kind: SagaStepKind.Part, Comments: not null } => await PartAgain(step),
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

    private async Task<Refusal?> Absorb(SagaStep step)
    {
        var comments = await Carried(step);
        var other = step.WithTags ? (await Seen(step.Other!)).Value : null;
        var absorb = new AbsorbTicket(
            step.As, By, step.Other!, step.Number, step.Hidden ? [.. comments.Select(c => c with { Public = false })] : comments, other?.Tags ?? [], other?.Watchers ?? []);
        if ((await Ticket(step.Ticket).Take(absorb)).Refusal is { } refusal)
            return refusal;
        await MoveFiles(step, comments, step.Other!, step.Ticket);
        return null;
    }

    private async Task<Refusal?> PartAgain(SagaStep step)
    {
        if ((await Ticket(step.Ticket).Take(Told(step))).Refusal is { } refusal)
            return refusal;
        await MoveFiles(step, await Carried(step), step.Ticket, step.Other!);
        return null;
    }

    private async Task<ImmutableArray<CarriedComment>> Carried(SagaStep step)
    {
        ImmutableArray<long> seqs = step.Comments ?? [];
        return seqs.IsEmpty ? [] : [.. (await CarriedComments.Read(Ticket(step.Other!), step.Other!, seqs.Min() - 1, seqs.Max())).Where(c => seqs.Contains(c.FromSeq))];
    }

    /// <summary>
    /// Files go with their comments, so that who sees these gets those. What one requester sent stays where another one's ticket cannot reach it. A file that has come to an end meanwhile refuses, and its comment shows that.
    /// </summary>
    private async Task MoveFiles(SagaStep step, ImmutableArray<CarriedComment> comments, string from, string to)
    {
        if (step.Hidden)
            return;
        foreach (var file in comments.SelectMany(c => c.Attachments))
            await GrainFactory.Attachment(new(_key.Tenant, file.Id)).Move(AttachmentSubject.Ticket(from), AttachmentSubject.Ticket(to));
    }
}
