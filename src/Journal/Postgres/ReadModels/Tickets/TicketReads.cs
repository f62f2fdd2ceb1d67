using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Sql;
using Npgsql;

namespace Grainline.Journal.Postgres.ReadModels.Tickets;

/// <summary>From queries to SQL and from columns to tickets.</summary>
internal static class TicketReads
{
    public const string Columns = """
        t.tenant, t.id, t.number, t.version, t.changed, t.team, t.state, t.category, t.priority, t.assignee, t.requester, t.email, t.marks, t.created, t.updated,
        t.due, t.breached, t.form, t.form_version, t.fields, t.row
        """;

    public static Task<IReadOnlyList<StoredTicket>> List(NpgsqlConnection connection, TicketRowQuery query, CancellationToken cancellationToken) => connection.List(
        Columns, "ticket", sql => PostgresTicketSql.Conditions.Asked(sql, query.Reader, query.Filter), sql => TicketSql.AddPage(sql, query), Read, cancellationToken);

    public static SqlText Count(TicketRowReader reader, TicketRowFilter filter, int most)
    {
        var sql = PostgresText.New();
        return sql.Add($"SELECT count(*) FROM (SELECT FROM ticket t WHERE {PostgresTicketSql.Conditions.Asked(sql, reader, filter)} LIMIT {most}) few");
    }

    public static SqlText Changes(TicketRowReader reader, TicketRowFilter filter, long since, int limit)
    {
        var sql = PostgresText.New();
        return sql.Add($"SELECT t.id, t.changed, CASE WHEN {PostgresTicketSql.Conditions.Asked(sql, reader, filter)} THEN t.row END")
            .Add($"FROM ticket t WHERE t.tenant = {sql[reader.Tenant]} AND t.changed > {sql[since]} ORDER BY t.changed LIMIT {limit}");
    }

    public static StoredTicket Read(NpgsqlDataReader t)
    {
        var (tenant, marks) = (t.GetString(0), t.GetFieldValue<string[]>(12));
        return new(
            tenant, t.GetString(1), t.GetInt64(2), t.GetInt64(3), t.GetInt64(4), t.GetString(5), t.GetString(6), t.GetInt32(7), t.GetInt32(8), t.TextOrNull(9), t.TextOrNull(10), t.TextOrNull(11),
            TicketMarks.Tags(tenant, marks), TicketMarks.Watchers(tenant, marks), t.Instant(13), t.Instant(14), t.GetInt64(15) == TicketRowPlace.Never ? null : t.Instant(15), t.GetInt32(16) != 0,
            t.GetString(17), t.GetInt32(18), t.Bytes(19), t.Bytes(20));
    }
}
