using Npgsql;

namespace Grainline.Journal.Postgres.Writing;

/// <summary>A writer's connection: kept as long as it works, made anew when it has failed.</summary>
internal sealed class WriterConnection(NpgsqlDataSource source, PostgresOptions options, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private NpgsqlConnection? _connection;

    /// <summary>Tries again for a while: nothing has been sent yet, so waiting is safe.</summary>
    public async Task<NpgsqlConnection> GetAsync()
    {
        if (_connection is not null) return _connection;
        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                return _connection = await source.OpenConnectionAsync().ConfigureAwait(false);
            }
            catch (Exception failure) when (PostgresFailure.IsOne(failure) && time.GetElapsedTime(began) < options.QueueTimeout)
            {
                await Task.Delay(Pause, time).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Others in the pool have probably met the same end.</summary>
    public async Task DropAsync()
    {
        source.Clear();
        await DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _connection, null) is not { } connection) return;
        try
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (PostgresFailure.IsOne(failure))
        {
            // It is given up because it failed; that it fails once more changes nothing.
        }
    }
}
