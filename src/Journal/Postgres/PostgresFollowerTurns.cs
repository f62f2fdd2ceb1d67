using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Grainline.Journal.Postgres;

/// <summary>A turn is an advisory lock of a session of its own: the database gives it up when that session ends, however it ends.</summary>
internal sealed class PostgresFollowerTurns(PostgresStore store, TimeProvider time) : IFollowerTurns
{
    // Beside our migrations' and everybody else's: "Turn" in the upper half.
    private const long Space = 0x5475_726e_0000_0000;

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    public async ValueTask<IFollowerTurn> WaitAsync(string projection, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(projection);
        var key = Space | BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(projection)));
        try
        {
            while (true)
            {
                var connection = await store.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                // Asked for now and then: whoever waited inside the database would keep a transaction open all the time.
                if (await TryAsync(connection, key, cancellationToken).ConfigureAwait(false))
                {
                    // What the last one has handled is known here before it is compared with its checkpoint.
                    await store.Engine.Growth.RefreshAsync(cancellationToken).ConfigureAwait(false);
                    return new PostgresFollowerTurn(connection, key);
                }
                await connection.DisposeAsync().ConfigureAwait(false);
                await Task.Delay(Retry, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (PostgresFailure.IsOne(failure))
        {
            throw PostgresFailure.Translate(failure);
        }
    }

    private static async Task<bool> TryAsync(NpgsqlConnection connection, long key, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = key } } };
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is true;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
