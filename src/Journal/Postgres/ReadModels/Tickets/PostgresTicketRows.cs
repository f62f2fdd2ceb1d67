using Grainline.Journal.ReadModels;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;
using static Grainline.Journal.Postgres.ReadModels.Tickets.TicketReads;

namespace Grainline.Journal.Postgres.ReadModels.Tickets;

/// <summary>The list of tickets in PostgreSQL.</summary>
internal sealed class PostgresTicketRows(NpgsqlDataSource source) : PostgresRows(source), ITicketRows
{
    private const string OpenOfForm = $"SELECT {Columns} FROM ticket t WHERE t.tenant = $1 AND t.form = $2 AND t.category < 4 AND t.id > $3 ORDER BY t.id LIMIT $4";

    private const string DeedsOf = """
        SELECT at, position, ticket, seq FROM ticket_deed
        WHERE tenant = $1 AND person = $2 AND at >= $3 AND (at, position) < ($4, $5) ORDER BY at DESC, position DESC LIMIT $6
        """;

    public async ValueTask<StoredTicket?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default) =>
        (await All(Command($"SELECT {Columns} FROM ticket t WHERE t.tenant = $1 AND t.id = $2", tenant, id), Read, cancellationToken)).SingleOrDefault();

    public async ValueTask WriteAsync(IReadOnlyCollection<StoredTicket> tickets, IReadOnlyCollection<TicketDeed> deeds, CancellationToken cancellationToken = default)
    {
        if (tickets.Count > 0 || deeds.Count > 0)
            await Write(TicketWrites.Of(tickets, deeds), cancellationToken);
    }

    public ValueTask<IReadOnlyList<StoredTicket>> ListAsync(TicketRowQuery query, CancellationToken cancellationToken = default) =>
        Use(connection => TicketReads.List(connection, query, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<ChangedTicket>> ChangesAsync(
        TicketRowReader reader, TicketRowFilter filter, long since, int limit, CancellationToken cancellationToken = default) => All(
        Changes(reader, filter, since, limit).Command(),
        row => new ChangedTicket(row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? default(ReadOnlyMemory<byte>?) : row.Bytes(2)), cancellationToken);

    public ValueTask<IReadOnlyList<int>> CountAsync(
        TicketRowReader reader, IReadOnlyList<TicketRowFilter> filters, int most, CancellationToken cancellationToken = default) => Use<IReadOnlyList<int>>(async connection =>
    {
        var counted = await connection.Planned(filters.Select(filter => Count(reader, filter, most).Command()), row => (int)row.GetInt64(0), cancellationToken);
        return [.. counted.Select(rows => rows[0])];
    }, cancellationToken);

    public ValueTask<IReadOnlyList<StoredTicket>> OpenOfFormAsync(
        string tenant, string form, string? after, int limit, CancellationToken cancellationToken = default) =>
        All(Command(OpenOfForm, tenant, form, after ?? "", limit), Read, cancellationToken);

    public ValueTask<IReadOnlyList<TicketDeed>> DeedsAsync(TicketDeedQuery query, CancellationToken cancellationToken = default)
    {
        var (at, position) = query.Before ?? (query.To, 0);
        return All(
            Command(DeedsOf, query.Tenant, query.Person, query.From.ToUnixTimeMilliseconds(), at.ToUnixTimeMilliseconds(), position, query.Limit),
            row => new TicketDeed(row.GetInt64(1), query.Tenant, query.Person, row.Instant(0), row.GetString(2), row.GetInt64(3)), cancellationToken);
    }
}
