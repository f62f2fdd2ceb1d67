using Grainline.Testing.Postgres;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresTestServer))]

namespace Grainline.Journal.Tests.Postgres;

/// <summary>A test with a migrated database of its own; skipped where PostgreSQL is not installed.</summary>
public abstract class PostgresTest : IAsyncLifetime
{
    private PostgresDatabase? _database;

    protected PostgresDatabase Database => _database ?? throw new InvalidOperationException("Not created.");

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Skips the running test where PostgreSQL is not installed.</summary>
    public static async Task<PostgresDatabase> CreateDatabaseAsync()
    {
        var database = await PostgresTestServer.CreateDatabase(Cancelled);
        Assert.SkipWhen(database is null, PostgresInstallation.HowToInstall);
        return database;
    }

    public async ValueTask InitializeAsync() => _database = await CreateDatabaseAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A connection that is closed for good when it is disposed.</summary>
    protected static async Task<NpgsqlConnection> ConnectAsync(string connectionString)
    {
        var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(Cancelled);
        return connection;
    }

    protected static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
