using Grainline.Journal.Postgres;

namespace Grainline.Testing.Postgres;

/// <summary>A migrated database. The program's role has no more rights in it than in production.</summary>
public sealed class PostgresDatabase(PostgresCluster cluster, string name) : IAsyncDisposable
{
    public const string Owner = "grainline_owner";

    public const string Program = "grainline";

    /// <summary>A fresh object each time; tests change what they like.</summary>
    public PostgresOptions Options => new() { ConnectionString = As(Program), MigrationConnectionString = As(Owner), Role = Program };

    /// <summary>For the superuser, who may do everything.</summary>
    public string SuperuserConnection => $"{cluster.Connection};Database={name}";

    /// <summary>Runs statements as the superuser; names resolve in our schema.</summary>
    public Task Execute(string sql, CancellationToken cancellation = default) =>
        PostgresTestServer.Execute($"{SuperuserConnection};Search Path={PostgresConnections.Schema}", sql, cancellation);

    /// <summary>Ends all connections to it and drops it.</summary>
    public async ValueTask DisposeAsync() => await PostgresTestServer.Execute(cluster.Connection, $"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);

    private string As(string role) => $"{cluster.Connection};Username={role};Database={name}";
}
