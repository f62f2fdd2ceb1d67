using System.Text.Json;
using Grainline.Journal.ReadModels;

namespace Grainline.Journal.Sqlite.ReadModels.Tickets;

/// <summary>Who may see a ticket and which tickets a filter means, as conditions on <c>t</c>. Lists, counts, changes and search all ask by these.</summary>
internal static class TicketSql
{
    public static string Visible(SqlText sql, TicketRowReader reader) => reader.Teams is not { } teams
        ? "TRUE"
        : $"(t.team IN {sql.Any(teams)} OR t.assignee = {sql[reader.Agent]} OR {Watched(sql, reader.Agent)})";

    public static string Meant(SqlText sql, TicketRowFilter filter)
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
        all.AddRange((filter.Tags ?? []).Select(tag => $"EXISTS (SELECT 1 FROM ticket_tag g WHERE g.tenant = t.tenant AND g.tag = {sql[tag]} AND g.ticket = t.key)"));
        if (filter.Watcher is { } watcher)
            all.Add(Watched(sql, watcher));
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

    private static string Watched(SqlText sql, string agent) =>
        $"EXISTS (SELECT 1 FROM ticket_watcher w WHERE w.tenant = t.tenant AND w.agent = {sql[agent]} AND w.ticket = t.key)";

    /// <summary>Equal as JSON: a text is no number, 1 is 1.0.</summary>
    private static string Holds(SqlText sql, string name, string json)
    {
        var path = sql[$"$.\"{name}\""];
        using var value = JsonDocument.Parse(json);
        var (type, found) = ($"json_type(t.fields, {path})", $"json_extract(t.fields, {path})");
        return value.RootElement.ValueKind switch
        {
            JsonValueKind.String => $"({type} = 'text' AND {found} = {sql[value.RootElement.GetString()!]})",
            JsonValueKind.Number => $"({type} IN ('integer', 'real') AND {found} = {sql[value.RootElement.GetDouble()]})",
            JsonValueKind.True => $"{type} = 'true'",
            JsonValueKind.False => $"{type} = 'false'",
            JsonValueKind.Null => $"coalesce({type}, 'null') = 'null'",
            _ => $"({type} IN ('object', 'array') AND {found} = json({sql[json]}))",
        };
    }
}
