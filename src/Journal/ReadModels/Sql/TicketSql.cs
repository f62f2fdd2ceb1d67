namespace Grainline.Journal.ReadModels.Sql;

/// <summary>
/// Who may see a ticket and which tickets a filter means, as conditions on <c>t</c>. Lists, counts, changes and search all ask by these, on every store: stores differ only in how they keep
/// what a ticket has several of.
/// </summary>
internal abstract class TicketSql
{
    public static string Column(TicketRowOrder order) => order switch
    {
        TicketRowOrder.Updated => "updated",
        TicketRowOrder.Created => "created",
        TicketRowOrder.Due => "due",
        TicketRowOrder.Priority => "priority",
        _ => "number",
    };

    /// <summary>Everything that a reader may see and a query's filter means, of the reader's tenant.</summary>
    public string Asked(SqlText sql, TicketRowReader reader, TicketRowFilter filter) =>
        $"t.tenant = {sql[reader.Tenant]} AND {Visible(sql, reader)} AND {Meant(sql, reader.Tenant, filter)}";

    /// <summary>The place to go on from, the order and the limit.</summary>
    public static SqlText AddPage(SqlText sql, TicketRowQuery query)
    {
        var (column, direction) = (Column(query.Order), query.Descending ? "DESC" : "ASC");
        if (query.After is { } place)
            sql.Add($"AND (t.{column}, t.number) {(query.Descending ? "<" : ">")} ({sql[place.Value]}, {sql[place.Number]})");
        return sql.Add($"ORDER BY t.{column} {direction}, t.number {direction} LIMIT {query.Limit}");
    }

    protected abstract string Tagged(SqlText sql, string tenant, string tag);

    protected abstract string Watched(SqlText sql, string tenant, string agent);

    /// <summary>Equal as JSON: a text is no number, 1 is 1.0; what is not there is null.</summary>
    protected abstract string Holds(SqlText sql, string field, string json);

    private string Visible(SqlText sql, TicketRowReader reader) => reader.Teams is not { } teams
        ? "TRUE"
        : $"(t.team IN {sql.Any(teams)} OR t.assignee = {sql[reader.Agent]} OR {Watched(sql, reader.Tenant, reader.Agent)})";

    private string Meant(SqlText sql, string tenant, TicketRowFilter filter)
    {
        var all = new List<string> { "TRUE" };
        if (filter.Categories is { } categories)
            all.Add($"t.category IN {SqlText.Any(categories)}");
        if (filter.States is { } states)
            all.Add($"t.state IN {sql.Any(states)}");
        if (filter.Teams is { } teams)
            all.Add($"t.team IN {sql.Any(teams)}");
        if (filter.Assignees is { } assignees)
            all.Add($"(t.assignee IN {sql.Any(assignees.OfType<string>())}{(assignees.Contains(null) ? " OR t.assignee IS NULL" : "")})");
        if (filter.Priorities is { } priorities)
            all.Add($"t.priority IN {SqlText.Any(priorities)}");
        all.AddRange((filter.Tags ?? []).Select(tag => Tagged(sql, tenant, tag)));
        if (filter.Watcher is { } watcher)
            all.Add(Watched(sql, tenant, watcher));
        if (filter.Requester is { } requester)
            all.Add($"(t.requester = {sql[requester]} OR t.email = {sql[requester.ToLowerInvariant()]})");
        if (filter.Breached is { } breached)
            all.Add($"t.breached = {(breached ? 1 : 0)}");
        if (filter.Number is { } number)
            all.Add($"t.number = {sql[number]}");
        all.AddRange(Times(sql, filter));
        all.AddRange((filter.Fields ?? new Dictionary<string, string>()).Select(field => Holds(sql, field.Key, field.Value)));
        return string.Join(" AND ", all);
    }

    private static IEnumerable<string> Times(SqlText sql, TicketRowFilter filter)
    {
        if (filter.CreatedFrom is { } createdFrom)
            yield return $"t.created >= {sql[createdFrom]}";
        if (filter.CreatedTo is { } createdTo)
            yield return $"t.created < {sql[createdTo]}";
        if (filter.UpdatedFrom is { } updatedFrom)
            yield return $"t.updated >= {sql[updatedFrom]}";
        if (filter.UpdatedTo is { } updatedTo)
            yield return $"t.updated < {sql[updatedTo]}";
        if (filter.DueBefore is { } due)
            yield return $"t.due < {sql[due]}";
    }
}
