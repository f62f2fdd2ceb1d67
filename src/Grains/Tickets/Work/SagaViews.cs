using System.Collections.Immutable;
using Grainline.Conversations;

namespace Grainline.Tickets.Work;

internal static class SagaViews
{
    public static TicketSagaView View(this TicketSagaState state, string sagaId)
    {
        var begun = state.Begun!;
        var (kind, tickets) = begun switch
        {
            { Transfer: { } transfer } => ("transfer", ImmutableArray.Create(transfer.TicketId)),
            { Merge: { } merge } => ("merge", [.. merge.TicketIds, merge.Into]),
            { Split: { } split } => ("split", [split.TicketId, begun.NewTicket!]),
            _ => throw new InvalidOperationException($"Saga {sagaId} has no command."),
        };
        return new(
            sagaId, kind, state.Status, tickets, begun.By.Author(), state.StartedAt, state.EndedAt,
            state.Status == TicketSagaStatus.Done ? state.DoneAt + TicketLimits.UndoFor : null, state.Why?.Message);
    }
}
