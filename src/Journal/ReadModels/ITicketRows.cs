namespace Grainline.Journal.ReadModels;

/// <summary>Where the list of tickets and the book of who did what to them are kept. They can be thrown away: their projection builds them again from the journal.</summary>
public interface ITicketRows : ICheckpointStore
{
    ValueTask<StoredTicket?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// All or nothing. Inserts or replaces tickets; one of an older or equal version than the stored one changes nothing, and a deed whose position is known neither, so batches may come twice.
    /// </summary>
    ValueTask WriteAsync(IReadOnlyCollection<StoredTicket> tickets, IReadOnlyCollection<TicketDeed> deeds, CancellationToken cancellationToken = default);

    /// <summary>At most <see cref="TicketRowQuery.Limit"/> tickets in the order asked for.</summary>
    ValueTask<IReadOnlyList<StoredTicket>> ListAsync(TicketRowQuery query, CancellationToken cancellationToken = default);

    /// <summary>Tickets that have changed after a position, whether the list has them or not, in order of their last change.</summary>
    ValueTask<IReadOnlyList<ChangedTicket>> ChangesAsync(
        TicketRowReader reader, TicketRowFilter filter, long since, int limit, CancellationToken cancellationToken = default);

    /// <summary>How many tickets each filter has, at most <paramref name="most"/> each.</summary>
    ValueTask<IReadOnlyList<int>> CountAsync(
        TicketRowReader reader, IReadOnlyList<TicketRowFilter> filters, int most, CancellationToken cancellationToken = default);

    /// <summary>Unfinished tickets that were written with a form, any version of it, by id.</summary>
    /// <param name="tenant">Only of this tenant.</param>
    /// <param name="form">Template id.</param>
    /// <param name="after">Only with a higher id; null for the first page.</param>
    /// <param name="limit">Tickets at most.</param>
    /// <param name="cancellationToken">Ends the wait for a connection.</param>
    ValueTask<IReadOnlyList<StoredTicket>> OpenOfFormAsync(string tenant, string form, string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Newest first.</summary>
    ValueTask<IReadOnlyList<TicketDeed>> DeedsAsync(TicketDeedQuery query, CancellationToken cancellationToken = default);
}

/// <summary>One event of a ticket as something that a person did.</summary>
/// <param name="Position">Of the event in the journal.</param>
/// <param name="Person">Agent or visitor id.</param>
/// <param name="Seq">Of the event in the ticket's stream.</param>
public sealed record TicketDeed(long Position, string Tenant, string Person, DateTimeOffset At, string Ticket, long Seq);

/// <param name="From">Included.</param>
/// <param name="To">Excluded.</param>
/// <param name="Before">Only deeds strictly after this place in the order.</param>
public sealed record TicketDeedQuery(string Tenant, string Person, DateTimeOffset From, DateTimeOffset To, (DateTimeOffset At, long Position)? Before, int Limit);
