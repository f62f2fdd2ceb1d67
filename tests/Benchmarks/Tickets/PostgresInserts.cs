using Grainline.Testing.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Grainline.Benchmarks;

/// <summary>
/// The plainest durable store of the same thing: a PostgreSQL with the settings of a fresh installation in a temporary folder, one prepared INSERT with its own commit for each transition, over as many
/// connections as a pool of an application has. It knows no state, no rules, no retries.
/// </summary>
internal sealed class PostgresInserts : IAsyncDisposable
{
    private const int Connections = 32;
    private const string Payload = """{"by":{"kind":"Agent","id":"amy","name":"Amy"},"requestId":"r1","state":"open","category":"Open","text":"We have asked the carrier and tell you tomorrow."}""";

    private readonly PostgresCluster _server = new();
    private NpgsqlDataSource? _source;
    private int _last;

    /// <summary>As Npgsql reads it.</summary>
    public string Connection => _server.Connection;

    /// <summary>Null when PostgreSQL is not installed.</summary>
    public static async Task<PostgresInserts?> Start()
    {
        if (PostgresInstallation.Find() is not { } installation)
            return null;
        var postgres = new PostgresInserts();
        await postgres.Begin(installation);
        return postgres;
    }

    /// <summary>As many INSERTs as a ticket has transitions, one after the other.</summary>
    public async Task<int> Life(CancellationToken stop)
    {
        var ticket = $"bench/t{Interlocked.Increment(ref _last)}";
        for (var seq = 1; seq <= TicketLives.Transitions; seq++)
        {
            if (stop.IsCancellationRequested)
                return seq - 1;
            await using var connection = await _source!.OpenConnectionAsync(CancellationToken.None);
            await using var command = new NpgsqlCommand("INSERT INTO transition (ticket, seq, at, payload) VALUES ($1, $2, $3, $4)", connection);
            command.Parameters.Add(new() { Value = ticket });
            command.Parameters.Add(new() { Value = seq });
            command.Parameters.Add(new() { Value = TimeProvider.System.GetUtcNow() });
            command.Parameters.Add(new() { Value = Payload, NpgsqlDbType = NpgsqlDbType.Jsonb });
            await command.PrepareAsync(CancellationToken.None);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }

        return TicketLives.Transitions;
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task Begin(PostgresInstallation installation)
    {
        await _server.Start(installation, null, CancellationToken.None);
        _source = NpgsqlDataSource.Create($"{_server.Connection};Maximum Pool Size={Connections};Max Auto Prepare=0;Timeout=60");
        await using var create = _source.CreateCommand("CREATE TABLE transition (ticket text, seq int, at timestamptz NOT NULL, payload jsonb NOT NULL, PRIMARY KEY (ticket, seq))");
        await create.ExecuteNonQueryAsync();
    }
}
