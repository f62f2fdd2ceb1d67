using Grainline.Journal.ReadModels;

namespace Grainline.Journal.Sqlite.ReadModels.Tickets;

/// <summary>The list of tickets in <c>views.db</c>.</summary>
internal sealed class SqliteTicketRows(ViewsFile file) : SqliteRows(file), ITicketRows
{
    public ValueTask<StoredTicket?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default) => Writes.Take(database =>
    {
        using var select = database.Prepare($"SELECT {TicketReads.Columns} FROM ticket t WHERE t.tenant = ?1 AND t.id = ?2").Bind(1, tenant).Bind(2, id);
        return select.Step() ? TicketReads.Read(select) : null;
    }, cancellationToken);

    public ValueTask WriteAsync(
        IReadOnlyCollection<StoredTicket> tickets, IReadOnlyCollection<TicketDeed> deeds, CancellationToken cancellationToken = default) => Write(database =>
    {
        using var writes = new TicketWrites(database);
        foreach (var ticket in tickets)
            writes.Write(ticket);
        foreach (var deed in deeds)
            writes.Write(deed);
    }, cancellationToken);

    public ValueTask<IReadOnlyList<StoredTicket>> ListAsync(TicketRowQuery query, CancellationToken cancellationToken = default) =>
        Reads.Take(database => TicketReads.List(database, query), cancellationToken);

    public ValueTask<IReadOnlyList<ChangedTicket>> ChangesAsync(
        TicketRowReader reader, TicketRowFilter filter, long since, int limit, CancellationToken cancellationToken = default) =>
        Reads.Take(database => TicketReads.Changes(database, reader, filter, since, limit), cancellationToken);

    public ValueTask<IReadOnlyList<int>> CountAsync(
        TicketRowReader reader, IReadOnlyList<TicketRowFilter> filters, int most, CancellationToken cancellationToken = default) =>
        Reads.Take<IReadOnlyList<int>>(database => [.. filters.Select(filter => TicketReads.Count(database, reader, filter, most))], cancellationToken);

    public ValueTask<IReadOnlyList<StoredTicket>> OpenOfFormAsync(
        string tenant, string form, string? after, int limit, CancellationToken cancellationToken = default) => Reads.Take(database =>
    {
        using var select = database.Prepare($"""
            SELECT {TicketReads.Columns} FROM ticket t INDEXED BY ticket_open
            WHERE t.tenant = ?1 AND t.form = ?2 AND t.category < 4 AND t.id > ?3 ORDER BY t.id LIMIT ?4
            """);
        return TicketReads.All(select.Bind(1, tenant).Bind(2, form).Bind(3, after ?? "").Bind(4, limit), TicketReads.Read);
    }, cancellationToken);

    public ValueTask<IReadOnlyList<TicketDeed>> DeedsAsync(TicketDeedQuery query, CancellationToken cancellationToken = default) => Reads.Take(database =>
    {
        var before = query.Before ?? (query.To, 0);
        using var select = database.Prepare("""
            SELECT at, position, ticket, seq FROM ticket_deed
            WHERE tenant = ?1 AND person = ?2 AND at >= ?3 AND (at, position) < (?4, ?5) ORDER BY at DESC, position DESC LIMIT ?6
            """);
        select.Bind(1, query.Tenant).Bind(2, query.Person).Bind(3, query.From.ToUnixTimeMilliseconds())
            .Bind(4, before.At.ToUnixTimeMilliseconds()).Bind(5, before.Position).Bind(6, query.Limit);
        return TicketReads.All(
            select, row => new TicketDeed(row.Int64(1), query.Tenant, query.Person, DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(0)), row.Text(2), row.Int64(3)));
    }, cancellationToken);
}
