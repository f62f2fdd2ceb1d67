using System.Collections.Immutable;

namespace Grainline.Tickets.Work;

/// <summary>What a split does once the new ticket is there. Pure.</summary>
internal static class SplitSteps
{
    public static ImmutableArray<SagaStep> Of(string saga, TicketView source, TicketView made, ImmutableArray<ImmutableArray<long>> portions, ImmutableArray<long> comments) =>
    [
        .. portions.Select((seqs, i) => new SagaStep(SagaStepKind.Absorb, made.TicketId, i == 0 ? saga : $"{saga}.c{i}", source.TicketId, source.Number, Comments: seqs)),
        new(SagaStepKind.SplitOff, source.TicketId, saga, made.TicketId, made.Number, Comments: comments),
        new(SagaStepKind.Link, source.TicketId, saga, Link: new(TicketLinkKind.RelatedTo, made.TicketId, made.Number, made.Subject)),
        new(SagaStepKind.Link, made.TicketId, saga, Link: new(TicketLinkKind.RelatedTo, source.TicketId, source.Number, source.Subject)),
        new(SagaStepKind.Release, source.TicketId, saga),
    ];
}
