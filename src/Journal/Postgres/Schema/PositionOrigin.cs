using Npgsql;

namespace Grainline.Journal.Postgres.Schema;

/// <summary>
/// Positions count transactions from an origin. A server into which a backup was restored counts its own transactions: lower numbers than those that gave the stored positions. Then the origin goes
/// down, so that the next transaction's positions are above all that are stored.
/// </summary>
internal static class PositionOrigin
{
    // Later transactions have higher numbers than this one.
    private const string Behind =
        "SELECT (SELECT max(position) FROM entry) >= (pg_snapshot_xmax(pg_current_snapshot())::text::bigint - (SELECT transaction FROM position_origin)) << 12";

    /// <summary>True when new entries would come before stored ones.</summary>
    public static async Task<bool> IsBehindAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var behind = new NpgsqlCommand(Behind, connection);
        return await behind.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Moves the origin if it must be; true when it was. Needs the rights of the owner.</summary>
    public static async Task<bool> RaiseAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Whoever appends reads the origin and keeps that lock to the end: none is under way, and none begins.
        await using var alone = new NpgsqlCommand("LOCK TABLE position_origin IN ACCESS EXCLUSIVE MODE", connection);
        await alone.ExecuteNonQueryAsync(cancellationToken);
        if (!await IsBehindAsync(connection, cancellationToken)) return false;
        await using var move = new NpgsqlCommand(
            // From the oldest transaction that runs, so that what is stored counts as decided at once.
            "UPDATE position_origin SET transaction = pg_snapshot_xmin(pg_current_snapshot())::text::bigint - (SELECT max(position) >> 12 FROM entry) - 1", connection);
        await move.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
