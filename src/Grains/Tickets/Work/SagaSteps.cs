using System.Collections.Immutable;

namespace Grainline.Tickets.Work;

/// <summary>Which steps a saga begins with and how each is taken back. Pure.</summary>
internal static class SagaSteps
{
    public static ImmutableArray<SagaStep> Begin(string saga, TransferTicket command, string fromTeam, DateTimeOffset at) =>
        [new(SagaStepKind.Hold, command.TicketId, saga, Transfer: new(saga, fromTeam, command.ToTeam, at))];

    public static ImmutableArray<SagaStep> Begin(string saga, MergeTickets command) =>
        [.. command.TicketIds.Select((id, i) => new SagaStep(SagaStepKind.Hold, id, Part(saga, i)))];

    public static ImmutableArray<SagaStep> Begin(string saga, SplitTicket command) => [new(SagaStepKind.Hold, command.TicketId, saga)];

    /// <summary>The id under which the saga deals with one of several tickets.</summary>
    public static string Part(string saga, int index) => index == 0 ? saga : $"{saga}.{index}";

    /// <summary>The id under which something goes back that cannot under its own: that one was held, moved and released before.</summary>
    public static string Back(string saga, int time) => $"{saga}.undo{time}";

    /// <summary>Takes back what is behind when something ahead refused: last things first, and at the end nothing is held.</summary>
    public static ImmutableArray<SagaStep> TakeBack(IEnumerable<SagaStep> behind)
    {
        ImmutableArray<SagaStep> steps = [.. behind];
        return [.. Enumerable.Reverse(steps).SelectMany(Inverse), .. steps.Where(s => s.Kind == SagaStepKind.Hold).Select(s => new SagaStep(SagaStepKind.Release, s.Ticket, s.As))];
    }

    /// <summary>Takes back what was done and released. A transfer goes back as it came, what else has to be known is worked out once the ticket stands still.</summary>
    public static ImmutableArray<SagaStep> Undo(string saga, TicketSagaState state) => state.Moved is { } move && state.Begun!.Transfer is { } transfer
        ? [new(SagaStepKind.Hold, transfer.TicketId, Back(saga, state.Undos), Transfer: new(saga, move.To.Team, move.From.Team, state.StartedAt))]
        : [.. Enumerable.Reverse(state.Done).SelectMany(Inverse)];

    private static IEnumerable<SagaStep> Inverse(SagaStep step) => step switch
    {
        { Kind: SagaStepKind.Absorb or SagaStepKind.SplitOff or SagaStepKind.Merge } => [new(SagaStepKind.Part, step.Ticket, step.As)],
        { Kind: SagaStepKind.Link, Link: { } link } => [step with { Kind = SagaStepKind.Unlink, Other = link.TicketId }],
        { Kind: SagaStepKind.Unlink } => [step with { Kind = SagaStepKind.Link }],

        // A ticket cannot be unmade: it shows where its comments have gone back to.
        { Kind: SagaStepKind.Create, Other: { } source } => [new(SagaStepKind.Merge, step.Ticket, Back(step.As, 0), source, step.Number)],
        _ => [],
    };
}
