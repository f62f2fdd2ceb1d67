using Grainline.Journal.Postgres;
using Grainline.Journal.Postgres.Schema;
using Npgsql;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>Migrations: once each, by one runner at a time, and a start only over the schema that the program knows.</summary>
public sealed class PostgresSchemaTests : PostgresTest
{
    [Fact]
    public async Task Migrate_EmptyDatabaseByTwoAtOnce_AppliesEachOnce()
    {
        await Database.Execute("DROP SCHEMA grainline CASCADE", Cancelled);
        var applied = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => new PostgresSchema(Database.Options).MigrateAsync(Cancelled)));

        Assert.Equal([0, Migration.All.Count], applied.Order());
        await CheckAsync();
    }

    [Fact]
    public async Task Check_MigrationMissing_SaysThatTheSchemaIsOlder()
    {
        await Database.Execute("DROP SCHEMA grainline CASCADE", Cancelled);
        Assert.Contains($"'{Migration.All[0].Name}' is missing", await RefusalAsync());
    }

    [Fact]
    public async Task Check_UnknownMigration_SaysThatTheSchemaIsNewer()
    {
        await Database.Execute("INSERT INTO migration (name, checksum) VALUES ('9999-later', 'x')", Cancelled);

        Assert.Contains("newer than this program", await RefusalAsync());
        await Assert.ThrowsAsync<JournalCorruptException>(() => new PostgresSchema(Database.Options).MigrateAsync(Cancelled));
    }

    [Fact]
    public async Task Check_MigrationChangedAfterwards_NamesIt()
    {
        await Database.Execute($"UPDATE migration SET checksum = 'x' WHERE name = '{Migration.All[0].Name}'", Cancelled);
        Assert.Contains(Migration.All[0].Name, await RefusalAsync());
    }

    [Fact]
    public async Task Check_CommitsNotOnDisk_IsRefused()
    {
        await Database.Execute("ALTER ROLE grainline IN DATABASE " + await NameAsync() + " SET synchronous_commit = off", Cancelled);
        Assert.Contains("synchronous_commit", await RefusalAsync());
    }

    [Fact]
    public async Task Migrate_RoleThatDoesNotExist_IsRefusedByName()
    {
        var options = Database.Options;
        options.Role = "nobody_such";
        Assert.Contains("nobody_such", (await Assert.ThrowsAsync<JournalUnavailableException>(() => new PostgresSchema(options).MigrateAsync(Cancelled))).Message);
    }

    [Theory]
    [InlineData("UPDATE entry SET type = 'x'")]
    [InlineData("DELETE FROM entry")]
    [InlineData("TRUNCATE entry")]
    [InlineData("DELETE FROM stream")]
    [InlineData("UPDATE entry_03 SET type = 'x'")]
    [InlineData("UPDATE position_origin SET transaction = 0")]
    [InlineData("INSERT INTO migration (name, checksum) VALUES ('x', 'y')")]
    [InlineData("DROP TABLE entry")]
    [InlineData("CREATE TABLE mine (id int)")]
    public async Task Program_BeyondItsRights_IsRefusedByTheDatabase(string sql)
    {
        await using var connection = await ConnectAsync(PostgresConnections.Program(Database.Options));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(connection, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    private async Task CheckAsync()
    {
        await using var connection = await ConnectAsync(PostgresConnections.Program(Database.Options));
        await SchemaCheck.RunAsync(connection, Cancelled);
    }

    private async Task<string> NameAsync()
    {
        await using var connection = await ConnectAsync(Database.SuperuserConnection);
        return (string)(await ScalarAsync(connection, "SELECT current_database()"))!;
    }

    private async Task<string> RefusalAsync() => (await Assert.ThrowsAsync<JournalCorruptException>(CheckAsync)).Message;
}
