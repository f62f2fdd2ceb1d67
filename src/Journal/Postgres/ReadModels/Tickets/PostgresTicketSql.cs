using System.Text.Json;
using Grainline.Journal.ReadModels.Sql;

namespace Grainline.Journal.Postgres.ReadModels.Tickets;

/// <summary>Tags, watchers and fields are arrays of <see cref="TicketMarks"/>.</summary>
internal sealed class PostgresTicketSql : TicketSql
{
    public static readonly PostgresTicketSql Conditions = new();

    private PostgresTicketSql()
    {
    }

    protected override string Tagged(SqlText sql, string tenant, string tag) => $"t.marks @> ARRAY[{sql[TicketMarks.Tag(tenant, tag)]}]";

    protected override string Watched(SqlText sql, string tenant, string agent) => $"t.marks @> ARRAY[{sql[TicketMarks.Watcher(tenant, agent)]}]";

    protected override string Holds(SqlText sql, string field, string json)
    {
        using var value = JsonDocument.Parse(json);
        return value.RootElement.ValueKind == JsonValueKind.Null
            ? $"NOT t.field_values @> ARRAY[{sql[TicketMarks.Field(field)]}]"
            : $"t.field_values @> ARRAY[{sql[TicketMarks.Field(field, value.RootElement)]}]";
    }
}
