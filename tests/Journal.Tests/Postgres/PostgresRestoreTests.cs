using Grainline.Journal.Postgres.Schema;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>A backup in a server that has counted fewer transactions than the one it was taken from.</summary>
public sealed class PostgresRestoreTests : PostgresTest
{
    [Fact]
    public async Task Migrate_AfterARestoreIntoAYoungerServer_KeepsPositionsRising()
    {
        await using (var before = await PostgresProcess.OpenAsync(Database.Options)) await AppendAsync(before.Store.Journal);
        // As if the entries came from a server that was millions of transactions ahead.
        await Database.Execute("UPDATE entry SET position = position + (5000000::bigint << 12)", Cancelled);

        Assert.Contains("counts its transactions anew", (await Assert.ThrowsAsync<JournalCorruptException>(() => PostgresProcess.OpenAsync(Database.Options))).Message);
        Assert.Equal(0, await new PostgresSchema(Database.Options).MigrateAsync(Cancelled));

        await using var after = await PostgresProcess.OpenAsync(Database.Options);
        var journal = after.Store.Journal;
        var restored = Assert.Single(await journal.ReadAllAsync(0, 10, Cancelled));
        Assert.Equal(restored.Position, journal.CommittedPosition);
        await AppendAsync(journal);
        await journal.WaitForGrowthAsync(restored.Position, Cancelled);
        var added = Assert.Single(await journal.ReadAllAsync(restored.Position, 10, Cancelled));
        Assert.InRange(added.Position, restored.Position + 1, restored.Position + (1 << 20));
    }

    private static async Task AppendAsync(IJournal journal)
    {
        var (epoch, head) = await journal.OpenAsync("s", Cancelled);
        await journal.AppendAsync("s", epoch, head, [new("Noted", new byte[5], DateTimeOffset.UnixEpoch)], Cancelled);
    }
}
