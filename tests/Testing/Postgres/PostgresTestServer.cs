using Grainline.Journal.Postgres.Schema;
using Npgsql;

namespace Grainline.Testing.Postgres;

/// <summary>
/// One PostgreSQL for all tests of an assembly, started by the first that asks. A test has a database of its own, cloned from one that was migrated once. Register it as assembly fixture, so that it ends with the run.
/// </summary>
public sealed class PostgresTestServer : IAsyncDisposable
{
    private const string Template = "template_grainline";

    // Nothing here outlives the machine: its crashes are not what is tested, and killed processes leave what they wrote in the system's cache.
    private static readonly string[] Settings = ["fsync=off", "full_page_writes=off", "max_connections=300", "shared_buffers=64MB", "autovacuum_naptime=10s"];

    private static readonly Lazy<Task<PostgresCluster>> Cluster = new(() => Task.Run(Start));
    private static int s_databases;

    /// <summary>Whoever gets a null prints <see cref="PostgresInstallation.HowToInstall"/> and skips its test.</summary>
    public static async Task<PostgresDatabase?> CreateDatabase(CancellationToken cancellation = default)
    {
        if (PostgresInstallation.Find() is null)
            return null;
        var cluster = await Cluster.Value;
        var name = $"test_{Interlocked.Increment(ref s_databases)}";
        await Execute(cluster.Connection, $"CREATE DATABASE {name} TEMPLATE {Template} OWNER {PostgresDatabase.Owner}", cancellation);
        return new(cluster, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await Cluster.Value).DisposeAsync();
    }

    internal static async Task Execute(string connectionString, string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<PostgresCluster> Start()
    {
        var cluster = new PostgresCluster();
        try
        {
            await cluster.Start(PostgresInstallation.Find()!, null, CancellationToken.None, Settings);
            await Execute(cluster.Connection, $"CREATE ROLE {PostgresDatabase.Owner} LOGIN; CREATE ROLE {PostgresDatabase.Program} LOGIN", CancellationToken.None);
            await Execute(cluster.Connection, $"CREATE DATABASE {Template} OWNER {PostgresDatabase.Owner}", CancellationToken.None);
            await new PostgresSchema(new PostgresDatabase(cluster, Template).Options).MigrateAsync(CancellationToken.None);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }
}
