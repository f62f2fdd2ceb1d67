using Grainline.Testing.Postgres;
using Npgsql;

namespace Grainline.Cluster.Tests.Hosting;

/// <summary>A database with two roles, as an operator makes it: one owns the schema, the other runs the programs.</summary>
internal static class Database
{
    private const string Name = "grainline";

    public static string Owner(PostgresCluster postgres) => $"{postgres.Connection};Username={PostgresDatabase.Owner};Database={Name}";

    public static string Program(PostgresCluster postgres) => $"{postgres.Connection};Username={PostgresDatabase.Program};Database={Name}";

    public static async Task Prepare(PostgresCluster postgres, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection($"{postgres.Connection};Pooling=false");
        await connection.OpenAsync(cancellation);
        string[] statements = [$"CREATE ROLE {PostgresDatabase.Owner} LOGIN", $"CREATE ROLE {PostgresDatabase.Program} LOGIN", $"CREATE DATABASE {Name} OWNER {PostgresDatabase.Owner}"];
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
