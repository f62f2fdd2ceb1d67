using System.Text;
using Grainline.Journal.ReadModels;

namespace Grainline.Journal.Sqlite.ReadModels;

/// <summary>From a query to SQL with parameters, and from columns to rows.</summary>
internal static class RowSql
{
    public const string Columns = "tenant, id, version, status, queue, assignee, last_at, row";

    public static IReadOnlyList<StoredRow> List(SqliteDatabase database, RowQuery query)
    {
        if (query.Queues is { Count: 0 } && query.OrAssignee is null)
            return [];
        var values = new List<string>();
        var sql = new StringBuilder($"SELECT {Columns} FROM conversation WHERE tenant = {Name(query.Tenant)}");
        if (query.Statuses.Count > 0)
            sql.Append($" AND status IN ({string.Join(", ", query.Statuses.Select(Name))})");
        if (query.Assignee is not null)
            sql.Append($" AND assignee = {Name(query.Assignee)}");
        if (query.Queues is not null)
        {
            var queues = $"queue IN ({string.Join(", ", query.Queues.Select(Name))})";
            sql.Append(query.OrAssignee is null ? $" AND {queues}" : $" AND ({queues} OR assignee = {Name(query.OrAssignee)})");
        }

        if (query.Before is { } place)
        {
            var at = place.LastAt.ToUnixTimeMilliseconds();
            sql.Append($" AND (last_at < {at} OR (last_at = {at} AND id < {Name(place.Id)}))");
        }

        sql.Append($" ORDER BY last_at DESC, id DESC LIMIT {query.Limit}");
        using var select = database.Prepare(sql.ToString());
        for (var i = 0; i < values.Count; i++)
            select.Bind(i + 1, values[i]);
        var rows = new List<StoredRow>();
        while (select.Step())
            rows.Add(Read(select));
        return rows;

        string Name(string value)
        {
            values.Add(value);
            return $"?{values.Count}";
        }
    }

    public static StoredRow Read(SqliteStatement row) => new(
        row.Text(0), row.Text(1), row.Int64(2), row.Text(3), row.Text(4), row.IsNull(5) ? null : row.Text(5),
        DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(6)), row.Blob(7));
}
