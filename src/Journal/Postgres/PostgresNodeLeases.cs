using Npgsql;

namespace Grainline.Journal.Postgres;

/// <summary>Who holds which node number. Numbers are taken lowest first, so those that were never taken are above all rows.</summary>
internal sealed class PostgresNodeLeases(PostgresStore store) : INodeLeases
{
    // One at a time, so that two cannot find the same number free.
    private const string Alone = "SELECT pg_advisory_xact_lock(hashtextextended('grainline.node_lease', 0))";

    private static readonly string Acquire =
        $"""
        INSERT INTO node_lease (node, owner, until, mark)
        SELECT free.node, $1, $2, free.mark FROM (
          SELECT node, mark FROM node_lease WHERE (owner IS NULL OR until < $3) AND mark <= $4
          UNION ALL SELECT count(*)::integer, 0 FROM node_lease HAVING count(*) < {INodeLeases.Count} AND 0 <= $4
          ORDER BY node LIMIT 1) AS free
        ON CONFLICT (node) DO UPDATE SET owner = excluded.owner, until = excluded.until RETURNING node, mark
        """;

    private const string Renew = "UPDATE node_lease SET until = $3, mark = greatest(mark, $4) WHERE node = $1 AND owner = $2";
    private const string Release = "UPDATE node_lease SET owner = NULL, until = $3, mark = $4 WHERE node = $1 AND owner = $2";

    public async ValueTask<NodeLease> AcquireAsync(
        string owner, DateTimeOffset until, DateTimeOffset endedBefore, long highestMark, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(owner);
        return await store.ExecuteAsync(async connection =>
        {
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new(Alone),
                    new(Acquire) { Parameters = { new() { Value = owner }, Time(until), Time(endedBefore), new() { Value = highestMark } } },
                },
            };
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await rows.NextResultAsync(cancellationToken).ConfigureAwait(false);
            if (!await rows.ReadAsync(cancellationToken).ConfigureAwait(false)) throw new NoNodeNumberException();
            var lease = new NodeLease(rows.GetInt32(0), owner, until, rows.GetInt64(1));
            // Here a failed commit would be told.
            await rows.NextResultAsync(cancellationToken).ConfigureAwait(false);
            return lease;
        }, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask RenewAsync(NodeLease lease, CancellationToken cancellationToken = default)
    {
        if (await UpdateAsync(Renew, lease, lease.Until, cancellationToken).ConfigureAwait(false) == 0) throw new NodeLeaseLostException(lease.Node, lease.Owner);
    }

    public async ValueTask ReleaseAsync(NodeLease lease, CancellationToken cancellationToken = default) =>
        await UpdateAsync(Release, lease, DateTimeOffset.UnixEpoch, cancellationToken).ConfigureAwait(false);

    private static NpgsqlParameter<DateTime> Time(DateTimeOffset time) => new() { TypedValue = time.UtcDateTime };

    private Task<int> UpdateAsync(string sql, NodeLease lease, DateTimeOffset until, CancellationToken cancellationToken)
    {
        JournalArguments.Name(lease.Owner);
        return store.ExecuteAsync(async connection =>
        {
            await using var command = new NpgsqlCommand(sql, connection)
            {
                Parameters = { new() { Value = lease.Node }, new() { Value = lease.Owner }, Time(until), new() { Value = lease.Mark } },
            };
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }
}
