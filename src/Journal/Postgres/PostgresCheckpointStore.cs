using Npgsql;

namespace Grainline.Journal.Postgres;

internal sealed class PostgresCheckpointStore(PostgresStore store, PostgresReads reads) : ICheckpointStore
{
    private const string Select = "SELECT position FROM checkpoint WHERE projection = $1";
    private const string Upsert = "INSERT INTO checkpoint (projection, position) VALUES ($1, $2) ON CONFLICT (projection) DO UPDATE SET position = excluded.position";

    public async ValueTask<long> ReadAsync(string projection, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(projection);
        return await reads.ScalarAsync<long>(Select, [new NpgsqlParameter<string> { TypedValue = projection }], cancellationToken).ConfigureAwait(false) ?? 0;
    }

    public async ValueTask WriteAsync(string projection, long position, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(projection);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        await store.ExecuteAsync(async connection =>
        {
            await using var command = new NpgsqlCommand(Upsert, connection)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = projection }, new NpgsqlParameter<long> { TypedValue = position } },
            };
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }
}
