using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Grainline.Journal.Postgres.Schema;

/// <summary>Brings the schema <c>grainline</c> of a database to this program's state, as the role that owns it.</summary>
public sealed partial class PostgresSchema(PostgresOptions options, ILogger<PostgresSchema>? logger = null)
{
    // "Grln": whoever else migrates this database waits for us.
    private const long RunnersLock = 0x47726c6e;

    private readonly ILogger _logger = logger ?? NullLogger<PostgresSchema>.Instance;

    /// <summary>Applies what is missing, each file in a transaction of its own, gives the program's role its rights and makes sure that positions go on rising. Returns how many were applied; safe to repeat, also at the same time.</summary>
    /// <exception cref="JournalCorruptException">A newer program was here; nothing was changed.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be reached, or refused.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = new NpgsqlConnection(PostgresConnections.Owner(options));
            await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, $"SELECT pg_advisory_lock({RunnersLock})", cancellationToken);
            await ExecuteAsync(connection, "CREATE SCHEMA IF NOT EXISTS grainline; CREATE TABLE IF NOT EXISTS grainline.migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())", cancellationToken);
            var applied = await AppliedMigrations.ReadAsync(connection, cancellationToken);
            applied.MustBeKnown();
            var missing = applied.Missing.ToArray();
            foreach (var migration in missing) await ApplyAsync(connection, migration, cancellationToken);
            if (options.Role is { } role) await GrantAsync(connection, role, cancellationToken);
            if (await PositionOrigin.RaiseAsync(connection, cancellationToken)) LogOriginRaised();
            return missing.Length;
        }
        catch (NpgsqlException failure)
        {
            throw PostgresFailure.Translate(failure);
        }
    }

    private static async Task GrantAsync(NpgsqlConnection connection, string role, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname = $1", connection) { Parameters = { new() { Value = role } } };
        if (await exists.ExecuteScalarAsync(cancellationToken) is not string quoted)
            throw new JournalUnavailableException($"The database has no role '{role}', which Postgres:Role names: create it first.");
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, Migration.Grants.Replace("program_role", quoted, StringComparison.Ordinal), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, migration.Sql, cancellationToken);
        await using var note = new NpgsqlCommand("INSERT INTO grainline.migration (name, checksum) VALUES ($1, $2)", connection)
        {
            Parameters = { new() { Value = migration.Name }, new() { Value = migration.Checksum } },
        };
        await note.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogApplied(migration.Name);
    }

    [LoggerMessage(LogLevel.Information, "Migration {Migration} was applied")]
    private partial void LogApplied(string migration);

    [LoggerMessage(LogLevel.Warning, "The database counts its transactions anew, as after a restore into another server; the origin of positions was moved so that they go on rising")]
    private partial void LogOriginRaised();
}
