using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Sql;

namespace Grainline.Journal.Sqlite.ReadModels.Tickets;

/// <summary>From queries to SQL and from columns to tickets.</summary>
internal static class TicketReads
{
    public const string Columns = """
        t.tenant, t.id, t.number, t.version, t.changed, t.team, t.state, t.category, t.priority, t.assignee, t.requester, t.email, t.tags, t.watchers, t.created, t.updated,
        t.due, t.breached, t.form, t.form_version, t.fields, t.row
        """;

    public static IReadOnlyList<StoredTicket> List(SqliteDatabase database, TicketRowQuery query)
    {
        var sql = new SqlText();
        sql.Add($"SELECT {Columns} {TicketSource.From(database, sql, query.Reader, query.Filter, query.Order)} AND {SqliteTicketSql.Conditions.Asked(sql, query.Reader, query.Filter)}");
        using var select = TicketSql.AddPage(sql, query).Prepare(database);
        return All(select, Read);
    }

    public static IReadOnlyList<ChangedTicket> Changes(SqliteDatabase database, TicketRowReader reader, TicketRowFilter filter, long since, int limit)
    {
        var sql = new SqlText();
        sql.Add($"SELECT t.id, t.changed, CASE WHEN {SqliteTicketSql.Conditions.Asked(sql, reader, filter)} THEN t.row END")
            .Add($"FROM ticket t INDEXED BY ticket_changed WHERE t.tenant = {sql[reader.Tenant]} AND t.changed > {sql[since]} ORDER BY t.changed LIMIT {limit}");
        using var select = sql.Prepare(database);
        return All(select, row => new ChangedTicket(row.Text(0), row.Int64(1), row.IsNull(2) ? default(ReadOnlyMemory<byte>?) : row.Blob(2)));
    }

    public static int Count(SqliteDatabase database, TicketRowReader reader, TicketRowFilter filter, int most)
    {
        var sql = new SqlText();
        sql.Add($"SELECT count(*) FROM (SELECT 1 {TicketSource.From(database, sql, reader, filter, TicketRowOrder.Updated)}")
            .Add($"AND {SqliteTicketSql.Conditions.Asked(sql, reader, filter)} LIMIT {most})");
        using var select = sql.Prepare(database);
        return select.Step() ? (int)select.Int64(0) : 0;
    }

    public static IReadOnlyList<T> All<T>(SqliteStatement select, Func<SqliteStatement, T> read)
    {
        var rows = new List<T>();
        while (select.Step())
            rows.Add(read(select));
        return rows;
    }

    public static StoredTicket Read(SqliteStatement t) => new(
        t.Text(0), t.Text(1), t.Int64(2), t.Int64(3), t.Int64(4), t.Text(5), t.Text(6), (int)t.Int64(7), (int)t.Int64(8), TextOrNull(t, 9), TextOrNull(t, 10), TextOrNull(t, 11),
        Split(t.Text(12)), Split(t.Text(13)), Instant(t.Int64(14)), Instant(t.Int64(15)), t.Int64(16) == TicketRowPlace.Never ? null : Instant(t.Int64(16)), t.Int64(17) != 0,
        t.Text(18), (int)t.Int64(19), t.Blob(20), t.Blob(21));

    private static string[] Split(string joined) => joined.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? TextOrNull(SqliteStatement row, int column) => row.IsNull(column) ? null : row.Text(column);

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
