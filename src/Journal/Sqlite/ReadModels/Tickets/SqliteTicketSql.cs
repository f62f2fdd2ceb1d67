using System.Text.Json;
using Grainline.Journal.ReadModels.Sql;

namespace Grainline.Journal.Sqlite.ReadModels.Tickets;

/// <summary>Tags and watchers in tables of their own, fields as SQLite reads JSON.</summary>
internal sealed class SqliteTicketSql : TicketSql
{
    public static readonly SqliteTicketSql Conditions = new();

    private SqliteTicketSql()
    {
    }

    protected override string Tagged(SqlText sql, string tenant, string tag) =>
        $"EXISTS (SELECT 1 FROM ticket_tag g WHERE g.tenant = t.tenant AND g.tag = {sql[tag]} AND g.ticket = t.key)";

    protected override string Watched(SqlText sql, string tenant, string agent) =>
        $"EXISTS (SELECT 1 FROM ticket_watcher w WHERE w.tenant = t.tenant AND w.agent = {sql[agent]} AND w.ticket = t.key)";

    protected override string Holds(SqlText sql, string field, string json)
    {
        var path = sql[$"$.\"{field}\""];
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
