using Npgsql;

namespace Grainline.Journal.Postgres.Schema;

/// <summary>Compares what was applied to a database with what this program knows.</summary>
internal sealed class AppliedMigrations(IReadOnlyDictionary<string, string> checksums)
{
    public const string HowToMigrate = "run 'Grainline.Silo migrate' with Postgres:MigrationConnectionString";

    /// <summary>Those still to be applied, in order.</summary>
    public IEnumerable<Migration> Missing => Migration.All.Where(known => !checksums.ContainsKey(known.Name));

    public static async Task<AppliedMigrations> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>();
        await using var exists = new NpgsqlCommand("SELECT to_regclass('grainline.migration') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true) return new(found);
        await using var select = new NpgsqlCommand("SELECT name, checksum FROM grainline.migration", connection);
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) found.Add(rows.GetString(0), rows.GetString(1));
        return new(found);
    }

    /// <exception cref="JournalCorruptException">A newer program was here, or a file was changed after it had been applied.</exception>
    public void MustBeKnown()
    {
        var known = Migration.All.ToDictionary(migration => migration.Name, migration => migration.Checksum);
        if (checksums.Keys.Where(name => !known.ContainsKey(name)).Max() is { } newer)
            throw new JournalCorruptException($"The database's schema is newer than this program, which does not know its migration '{newer}': start the newer program, or restore a backup from before the upgrade.");
        if (checksums.FirstOrDefault(applied => known[applied.Key] != applied.Value).Key is { } changed)
            throw new JournalCorruptException($"The database's migration '{changed}' is not the one of this program: one of the two was changed after it had been published.");
    }

    /// <exception cref="JournalCorruptException">As above, or migrations are missing.</exception>
    public void MustBeComplete()
    {
        MustBeKnown();
        if (Missing.FirstOrDefault() is { } missing)
            throw new JournalCorruptException($"The database's schema is older than this program, its migration '{missing.Name}' is missing: {HowToMigrate}.");
    }
}
