using System.Collections.Immutable;

namespace Grainline.Tickets.Work;

/// <summary>A ticket that is about to be merged.</summary>
/// <param name="As">The saga id that it is held by.</param>
/// <param name="Portions">Its comments' seqs.</param>
internal sealed record MergedTicket(TicketView Ticket, string As, ImmutableArray<ImmutableArray<long>> Portions);

/// <summary>What a merge does once the merged tickets stand still. Pure. They close last: until then everything can be taken back without a trace in their states.</summary>
internal static class MergeSteps
{
    public static ImmutableArray<SagaStep> Of(TicketView into, ImmutableArray<MergedTicket> children) =>
    [
        .. children.SelectMany(child => Absorb(into, child)),
        .. Links(into, children),
        .. children.Select(c => new SagaStep(SagaStepKind.Merge, c.Ticket.TicketId, c.As, into.TicketId, into.Number)),
        .. children.Select(c => new SagaStep(SagaStepKind.Release, c.Ticket.TicketId, c.As)),
    ];

    private static IEnumerable<SagaStep> Absorb(TicketView into, MergedTicket child) => child.Portions.Select((seqs, i) => new SagaStep(
        SagaStepKind.Absorb, into.TicketId, i == 0 ? child.As : $"{child.As}.c{i}", child.Ticket.TicketId, child.Ticket.Number, Comments: seqs,
        Tags: i == 0 ? child.Ticket.Tags : null, Watchers: i == 0 ? child.Ticket.Watchers : null, Hidden: !SameRequester(into, child.Ticket)));

    /// <summary>
    /// What was linked with a merged ticket is linked with the other one: there the old link goes first, since a ticket has one parent. The merged one keeps showing its side, which is how things were.
    /// A second parent is not taken over.
    /// </summary>
    private static IEnumerable<SagaStep> Links(TicketView into, ImmutableArray<MergedTicket> children)
    {
        var merged = children.Select(c => c.Ticket.TicketId).Append(into.TicketId).ToHashSet();
        var linked = into.Links.Select(l => l.TicketId).ToHashSet();
        var hasParent = TicketLinks.ParentIn(into.Links) is not null;
        foreach (var child in children)
        {
            foreach (var (link, i) in child.Ticket.Links.Select((link, i) => (link, i)))
            {
                var parent = link.Kind == TicketLinkKind.ParentOf;
                if (merged.Contains(link.TicketId) || (parent && hasParent))
                    continue;
                hasParent |= parent;
                var back = TicketLinks.Inverse(link.Kind);
                yield return new(SagaStepKind.Unlink, link.TicketId, $"{child.As}.u{i}", Link: new(back, child.Ticket.TicketId, child.Ticket.Number, child.Ticket.Subject));
                if (!linked.Add(link.TicketId))
                    continue;
                yield return new(SagaStepKind.Link, into.TicketId, $"{child.As}.l{i}", Link: link);
                yield return new(SagaStepKind.Link, link.TicketId, $"{child.As}.l{i}", Link: new(back, into.TicketId, into.Number, into.Subject));
            }
        }
    }

    private static bool SameRequester(TicketView into, TicketView child) =>
        into.Requester is null || child.Requester is null || (into.Requester.VisitorId, into.Requester.Email) == (child.Requester.VisitorId, child.Requester.Email);
}
