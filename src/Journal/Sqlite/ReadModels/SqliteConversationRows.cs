using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Sql;

namespace Grainline.Journal.Sqlite.ReadModels;

/// <summary>The list of conversations in <c>views.db</c>.</summary>
internal sealed class SqliteConversationRows(ViewsFile file) : SqliteRows(file), IConversationRows
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS conversation (
          tenant TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, status TEXT NOT NULL, queue TEXT NOT NULL, assignee TEXT,
          last_at INTEGER NOT NULL, row BLOB NOT NULL, PRIMARY KEY (tenant, id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS conversation_last ON conversation (tenant, last_at DESC, id DESC);
        CREATE INDEX IF NOT EXISTS conversation_assignee ON conversation (tenant, assignee, last_at DESC, id DESC);
        CREATE INDEX IF NOT EXISTS conversation_status ON conversation (tenant, status, last_at DESC, id DESC);
        """;

    private const string Upsert = """
        INSERT INTO conversation (tenant, id, version, status, queue, assignee, last_at, row) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (tenant, id) DO UPDATE SET version = ?3, status = ?4, queue = ?5, assignee = ?6, last_at = ?7, row = ?8 WHERE version < ?3
        """;

    public ValueTask<StoredRow?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default) => Writes.Take(database =>
    {
        using var select = database.Prepare($"SELECT {ConversationSql.Columns} FROM conversation WHERE tenant = ?1 AND id = ?2").Bind(1, tenant).Bind(2, id);
        return select.Step() ? Row(select) : null;
    }, cancellationToken);

    public ValueTask WriteAsync(IReadOnlyCollection<StoredRow> rows, CancellationToken cancellationToken = default) => Write(database =>
    {
        using var upsert = database.Prepare(Upsert);
        foreach (var row in rows)
        {
            upsert.Bind(1, row.Tenant).Bind(2, row.Id).Bind(3, row.Version).Bind(4, row.Status).Bind(5, row.Queue).Bind(6, row.Assignee)
                .Bind(7, row.LastAt.ToUnixTimeMilliseconds()).Bind(8, row.Json.Span).Run();
        }
    }, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRow>> ListAsync(RowQuery query, CancellationToken cancellationToken = default) =>
        Reads.Take(database => List(database, query), cancellationToken);

    private static IReadOnlyList<StoredRow> List(SqliteDatabase database, RowQuery query)
    {
        var rows = new List<StoredRow>();
        if (ConversationSql.IsEmpty(query))
            return rows;
        var sql = new SqlText();
        sql.Add($"SELECT {ConversationSql.Columns} FROM conversation WHERE {ConversationSql.Asked(sql, query)}");
        using var select = ConversationSql.AddPage(sql, query).Prepare(database);
        while (select.Step())
            rows.Add(Row(select));
        return rows;
    }

    private static StoredRow Row(SqliteStatement row) => new(
        row.Text(0), row.Text(1), row.Int64(2), row.Text(3), row.Text(4), row.IsNull(5) ? null : row.Text(5),
        DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(6)), row.Blob(7));
}
