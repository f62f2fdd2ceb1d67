using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Sql;
using Npgsql;

namespace Grainline.Journal.Postgres.ReadModels.Tickets;

/// <summary>From queries to SQL and from columns to tickets. PostgreSQL chooses the index by its statistics of the values asked for.</summary>
internal static class TicketReads
{
    public const string Columns = """
        t.tenant, t.id, t.number, t.version, t.changed, t.team, t.state, t.category, t.priority, t.assignee, t.requester, t.email, t.marks, t.created, t.updated,
        t.due, t.breached, t.form, t.form_version, t.fields, t.row
        """;

    public static SqlText List(TicketRowQuery query)
    {
        var sql = PostgresText.New();
        sql.Add($"SELECT {Columns} FROM ticket t WHERE t.tenant = {sql[query.Reader.Tenant]}");
        return PostgresTicketSql.Conditions.AddRest(sql, query);
    }

    public static SqlText Count(TicketRowReader reader, TicketRowFilter filter, int most)
    {
        var sql = PostgresText.New();
        return sql.Add("SELECT count(*) FROM (SELECT 1 FROM ticket t")
            .Add($"WHERE t.tenant = {sql[reader.Tenant]} AND {PostgresTicketSql.Conditions.Asked(sql, reader, filter)} LIMIT {most}) few");
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
