using Npgsql;

namespace Grainline.Journal.Postgres.Schema;

/// <summary>What must be true of a database before the program uses it.</summary>
internal static class SchemaCheck
{
    /// <exception cref="JournalCorruptException">The schema is older or newer than the program, entries would be lost in a crash, or positions would not rise; one sentence says which and what to do.</exception>
    public static async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        (await AppliedMigrations.ReadAsync(connection, cancellationToken)).MustBeComplete();
        await using var durability = new NpgsqlCommand("SHOW synchronous_commit", connection);
        if (await durability.ExecuteScalarAsync(cancellationToken) is "off")
            throw new JournalCorruptException("The database has synchronous_commit=off, so a crash would lose what was acknowledged: set it to on for this database.");
        if (await PositionOrigin.IsBehindAsync(connection, cancellationToken))
            throw new JournalCorruptException($"The database counts its transactions anew, as after a restore into another server, so new entries would come before stored ones: {AppliedMigrations.HowToMigrate}.");
    }
}
