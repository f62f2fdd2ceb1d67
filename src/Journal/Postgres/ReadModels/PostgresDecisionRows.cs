using Grainline.Journal.ReadModels;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels;

/// <summary>Routing decisions in PostgreSQL, by conversation.</summary>
internal sealed class PostgresDecisionRows(NpgsqlDataSource source) : PostgresRows(source), IDecisionRows
{
    private const string Insert = """
        INSERT INTO decision (position, tenant, conversation, row) SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bytea[])
        ON CONFLICT (position) DO NOTHING
        """;

    private const string Newest = "SELECT position, row FROM decision WHERE tenant = $1 AND conversation = $2 AND position < $3 ORDER BY position DESC LIMIT $4";

    public async ValueTask WriteAsync(IReadOnlyCollection<DecisionRow> rows, CancellationToken cancellationToken = default)
    {
        if (rows.Count == 0)
            return;
        await Write([Command(
            Insert, rows.Select(r => r.Position).ToArray(), rows.Select(r => Storable(r.Tenant)).ToArray(), rows.Select(r => Storable(r.Conversation)).ToArray(),
            rows.Select(r => r.Json.ToArray()).ToArray())], cancellationToken);
    }

    public ValueTask<IReadOnlyList<DecisionRow>> ListAsync(
        string tenant, string conversation, long? before, int limit, CancellationToken cancellationToken = default) => All(
        Command(Newest, tenant, conversation, before ?? long.MaxValue, limit), row => new DecisionRow(row.GetInt64(0), tenant, conversation, row.Bytes(1)), cancellationToken);
}
