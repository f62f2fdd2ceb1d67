namespace Grainline.Journal.ReadModels.Sql;

/// <summary>From a query for conversations to SQL, the same for every store.</summary>
internal static class ConversationSql
{
    public const string Columns = "tenant, id, version, status, queue, assignee, last_at, row";

    /// <summary>Nothing can be in the list.</summary>
    public static bool IsEmpty(RowQuery query) => query.Queues is { Count: 0 } && query.OrAssignee is null;

    public static string Asked(SqlText sql, RowQuery query)
    {
        var all = new List<string> { $"tenant = {sql[query.Tenant]}" };
        if (query.Statuses.Count > 0)
            all.Add($"status IN {sql.Any(query.Statuses)}");
        if (query.Assignee is not null)
            all.Add($"assignee = {sql[query.Assignee]}");
        if (query.Queues is not null)
            all.Add(query.OrAssignee is null ? $"queue IN {sql.Any(query.Queues)}" : $"(queue IN {sql.Any(query.Queues)} OR assignee = {sql[query.OrAssignee]})");
        return string.Join(" AND ", all);
    }

    /// <summary>The place to go on from, the order and the limit.</summary>
    public static SqlText AddPage(SqlText sql, RowQuery query)
    {
        if (query.Before is { } place)
            sql.Add($"AND (last_at, id) < ({sql[place.LastAt]}, {sql[place.Id]})");
        return sql.Add($"ORDER BY last_at DESC, id DESC LIMIT {query.Limit}");
    }
}
