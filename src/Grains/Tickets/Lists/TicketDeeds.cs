using Grainline.Conversations;
using Grainline.Journal;
using Grainline.Journal.ReadModels;

namespace Grainline.Tickets.Lists;

/// <summary>Which events are something that a person did.</summary>
internal static class TicketDeeds
{
    /// <summary>Null for what the product did, or did along the way.</summary>
    public static TicketDeed? Of(TicketKey ticket, TicketEvent @event, JournalEntry entry) =>
        By(@event) is { Kind: ActorKind.Agent or ActorKind.Visitor } by ? new(entry.Position, ticket.Tenant, by.Id, entry.At, ticket.Id, entry.Seq) : null;

    private static Author? By(TicketEvent @event) => @event switch
    {
        TicketCreated e => e.By,
        TicketChanged e => e.By,
        StateMoved e => e.By,
        CommentAdded e => e.By,
        LinkAdded e => e.By,
        LinkRemoved e => e.By,
        TicketMoved e => e.By,
        TicketMerged e => e.By,
        TicketAbsorbed e => e.By,
        TicketSplitOff e => e.By,
        TicketParted e => e.By,
        _ => null,
    };
}
