using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Sql;

namespace Grainline.Journal.Sqlite.ReadModels.Tickets;

/// <summary>
/// Where a list is read from: the shortest of the indexes that the filter narrows, if one is short, else the order's own, which needs no sorting. SQLite cannot choose by itself: it would
/// need statistics that go stale.
/// </summary>
internal static class TicketSource
{
    /// <summary>So many tickets are looked at and sorted in a few milliseconds.</summary>
    private const int Short = 4_000;

    public static string From(SqliteDatabase database, SqlText sql, TicketRowReader reader, TicketRowFilter filter, TicketRowOrder order)
    {
        return Keys(database, reader, filter, Short) is { } keys
            ? $"FROM ({keys(sql)}) k CROSS JOIN ticket t ON t.key = k.key WHERE t.tenant = {sql[reader.Tenant]}"
            : $"FROM ticket t INDEXED BY ticket_{TicketSql.Column(order)} WHERE t.tenant = {sql[reader.Tenant]}";
    }

    /// <summary>Selects the keys of few tickets, all that filter and reader may have among them; null when none of their parts leaves so few.</summary>
    public static Func<SqlText, string>? Keys(SqliteDatabase database, TicketRowReader reader, TicketRowFilter filter, long most) =>
        Narrow(reader.Tenant, filter).Concat(Own(reader)).FirstOrDefault(keys => IsShort(database, keys, most));

    // The likely shortest first.
    private static IEnumerable<Func<SqlText, string>> Narrow(string tenant, TicketRowFilter filter)
    {
        if (filter.Number is { } number)
            yield return sql => $"SELECT key FROM ticket INDEXED BY ticket_number WHERE tenant = {sql[tenant]} AND number = {sql[number]}";
        if (filter.Requester is { } who)
        {
            yield return sql => $"""
                SELECT key FROM ticket INDEXED BY ticket_requester WHERE tenant = {sql[tenant]} AND requester = {sql[who]}
                UNION SELECT key FROM ticket INDEXED BY ticket_email WHERE tenant = {sql[tenant]} AND email = {sql[who.ToLowerInvariant()]}
                """;
        }

        if (filter.Watcher is { } watcher)
            yield return sql => $"SELECT ticket AS key FROM ticket_watcher WHERE tenant = {sql[tenant]} AND agent = {sql[watcher]}";
        if (filter.Assignees is { Count: > 0 } assignees && !assignees.Contains(null))
            yield return sql => $"SELECT key FROM ticket INDEXED BY ticket_assignee WHERE tenant = {sql[tenant]} AND assignee IN {sql.Any(assignees.OfType<string>())}";
        foreach (var tag in filter.Tags ?? [])
            yield return sql => $"SELECT ticket AS key FROM ticket_tag WHERE tenant = {sql[tenant]} AND tag = {sql[tag]}";
        if (filter.Categories is { Count: > 0 } categories && categories.All(c => c < StoredTicket.FirstFinished))
            yield return sql => $"SELECT key FROM ticket INDEXED BY ticket_open WHERE tenant = {sql[tenant]} AND category < 4";
        if (filter.DueBefore is { } due)
            yield return sql => $"SELECT key FROM ticket INDEXED BY ticket_due WHERE tenant = {sql[tenant]} AND due < {sql[due]}";
        if (filter.UpdatedFrom is { } updated)
            yield return sql => $"SELECT key FROM ticket INDEXED BY ticket_updated WHERE tenant = {sql[tenant]} AND updated >= {sql[updated]}";
        if (filter.CreatedFrom is { } created)
            yield return sql => $"SELECT key FROM ticket INDEXED BY ticket_created WHERE tenant = {sql[tenant]} AND created >= {sql[created]}";
        if (filter.Teams is { Count: > 0 } teams)
            yield return sql => $"SELECT key FROM ticket INDEXED BY ticket_team WHERE tenant = {sql[tenant]} AND team IN {sql.Any(teams)}";
    }

    private static IEnumerable<Func<SqlText, string>> Own(TicketRowReader reader)
    {
        if (reader.Teams is { } teams)
        {
            yield return sql => $"""
                SELECT key FROM ticket INDEXED BY ticket_team WHERE tenant = {sql[reader.Tenant]} AND team IN {sql.Any(teams)}
                UNION SELECT key FROM ticket INDEXED BY ticket_assignee WHERE tenant = {sql[reader.Tenant]} AND assignee = {sql[reader.Agent]}
                UNION SELECT ticket FROM ticket_watcher WHERE tenant = {sql[reader.Tenant]} AND agent = {sql[reader.Agent]}
                """;
        }
    }

    private static bool IsShort(SqliteDatabase database, Func<SqlText, string> keys, long most)
    {
        var sql = new SqlText();
        using var count = sql.Add($"SELECT count(*) FROM (SELECT 1 FROM ({keys(sql)}) LIMIT {most + 1})").Prepare(database);
        return count.Step() && count.Int64(0) <= most;
    }
}
