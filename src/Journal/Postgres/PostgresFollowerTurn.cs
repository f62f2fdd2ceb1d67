using Npgsql;

namespace Grainline.Journal.Postgres;

/// <summary>Watches the session that holds the lock; when it ends the turn is lost.</summary>
internal sealed class PostgresFollowerTurn : IFollowerTurn
{
    private readonly NpgsqlConnection _connection;
    private readonly long _key;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _watching;

    public PostgresFollowerTurn(NpgsqlConnection connection, long key)
    {
        (_connection, _key) = (connection, key);
        _watching = WatchAsync();
    }

    public CancellationToken Lost => _lost.Token;

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        try
        {
            if (!_lost.IsCancellationRequested)
            {
                await using var unlock = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", _connection) { Parameters = { new() { Value = _key } } };
                await unlock.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (PostgresFailure.IsOne(failure))
        {
            // The session has ended, and the lock with it.
            return;
        }
        finally
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
            _lost.Dispose();
            _over.Dispose();
        }
    }

    /// <summary>Nobody notifies this session; it waits for its end.</summary>
    private async Task WatchAsync()
    {
        try
        {
            while (!_over.IsCancellationRequested) await _connection.WaitAsync(_over.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (PostgresFailure.IsOne(failure) || failure is InvalidOperationException)
        {
            await _lost.CancelAsync().ConfigureAwait(false);
        }
    }
}
