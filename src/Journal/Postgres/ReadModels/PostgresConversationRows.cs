using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Sql;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels;

/// <summary>The list of conversations in PostgreSQL.</summary>
internal sealed class PostgresConversationRows(NpgsqlDataSource source) : PostgresRows(source), IConversationRows
{
    private const string Upsert = $"""
        INSERT INTO conversation AS c ({ConversationSql.Columns})
        SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bytea[])
        ON CONFLICT (tenant, id) DO UPDATE SET
          version = EXCLUDED.version, status = EXCLUDED.status, queue = EXCLUDED.queue, assignee = EXCLUDED.assignee, last_at = EXCLUDED.last_at, row = EXCLUDED.row
        WHERE c.version < EXCLUDED.version
        """;

    public async ValueTask<StoredRow?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default) =>
        (await All(Command($"SELECT {ConversationSql.Columns} FROM conversation WHERE tenant = $1 AND id = $2", tenant, id), Row, cancellationToken)).SingleOrDefault();

    public async ValueTask WriteAsync(IReadOnlyCollection<StoredRow> rows, CancellationToken cancellationToken = default)
    {
        // A statement may change a row once; two writers take turns at rows in one order.
        StoredRow[] newest = [.. rows.GroupBy(row => (row.Tenant, row.Id)).Select(same => same.MaxBy(row => row.Version)!).OrderBy(row => row.Tenant, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal)];
        if (newest.Length == 0)
            return;
        await Write([Command(
            Upsert, newest.Select(r => Storable(r.Tenant)).ToArray(), newest.Select(r => Storable(r.Id)).ToArray(), newest.Select(r => r.Version).ToArray(),
            newest.Select(r => Storable(r.Status)).ToArray(), newest.Select(r => Storable(r.Queue)).ToArray(), newest.Select(r => StorableOrNull(r.Assignee)).ToArray(),
            newest.Select(r => r.LastAt.ToUnixTimeMilliseconds()).ToArray(), newest.Select(r => r.Json.ToArray()).ToArray())], cancellationToken);
    }

    public ValueTask<IReadOnlyList<StoredRow>> ListAsync(RowQuery query, CancellationToken cancellationToken = default) =>
        ConversationSql.IsEmpty(query) ? new([]) : Use(connection => List(connection, query, cancellationToken), cancellationToken);

    internal static Task<IReadOnlyList<StoredRow>> List(NpgsqlConnection connection, RowQuery query, CancellationToken cancellationToken) => connection.List(
        ConversationSql.Columns, "conversation", sql => ConversationSql.Asked(sql, query), sql => ConversationSql.AddPage(sql, query), Row, cancellationToken);

    private static StoredRow Row(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.TextOrNull(5), row.Instant(6), row.Bytes(7));
}
