namespace Grainline.Journal.ReadModels.Sql;

/// <summary>From a query for conversations to SQL, the same for every store.</summary>
internal static class ConversationSql
{
    public const string Columns = "tenant, id, version, status, queue, assignee, last_at, row";

    /// <summary>Null when nothing can be in the list.</summary>
    public static SqlText? List(SqlText sql, RowQuery query)
    {
        if (query.Queues is { Count: 0 } && query.OrAssignee is null)
            return null;
        sql.Add($"SELECT {Columns} FROM {sql.Table("conversation")} WHERE tenant = {sql[query.Tenant]}");
        if (query.Statuses.Count > 0)
            sql.Add($"AND status IN {sql.Any(query.Statuses)}");
        if (query.Assignee is not null)
            sql.Add($"AND assignee = {sql[query.Assignee]}");
        if (query.Queues is not null)
        {
            var queues = $"queue IN {sql.Any(query.Queues)}";
            sql.Add(query.OrAssignee is null ? $"AND {queues}" : $"AND ({queues} OR assignee = {sql[query.OrAssignee]})");
        }

        if (query.Before is { } place)
            sql.Add($"AND (last_at, id) < ({sql[place.LastAt]}, {sql[place.Id]})");
        return sql.Add($"ORDER BY last_at DESC, id DESC LIMIT {query.Limit}");
    }
}
