using Grainline.Journal.ReadModels;

namespace Grainline.Journal.Sqlite.ReadModels;

/// <summary>Routing decisions in <c>views.db</c>, by conversation.</summary>
internal sealed class SqliteDecisionRows(ViewsFile file) : SqliteRows(file), IDecisionRows
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS decision (
          position INTEGER PRIMARY KEY, tenant TEXT NOT NULL, conversation TEXT NOT NULL, row BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS decision_conversation ON decision (tenant, conversation, position DESC);
        """;

    public ValueTask WriteAsync(IReadOnlyCollection<DecisionRow> rows, CancellationToken cancellationToken = default) => Write(database =>
    {
        using var insert = database.Prepare("INSERT OR IGNORE INTO decision (position, tenant, conversation, row) VALUES (?1, ?2, ?3, ?4)");
        foreach (var row in rows)
            insert.Bind(1, row.Position).Bind(2, row.Tenant).Bind(3, row.Conversation).Bind(4, row.Json.Span).Run();
    }, cancellationToken);

    public ValueTask<IReadOnlyList<DecisionRow>> ListAsync(
        string tenant, string conversation, long? before, int limit, CancellationToken cancellationToken = default) => Reads.Take<IReadOnlyList<DecisionRow>>(database =>
    {
        using var select = database.Prepare(
            "SELECT position, row FROM decision WHERE tenant = ?1 AND conversation = ?2 AND position < ?3 ORDER BY position DESC LIMIT ?4");
        select.Bind(1, tenant).Bind(2, conversation).Bind(3, before ?? long.MaxValue).Bind(4, limit);
        var rows = new List<DecisionRow>();
        while (select.Step())
            rows.Add(new(select.Int64(0), tenant, conversation, select.Blob(1)));
        return rows;
    }, cancellationToken);
}
