using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

/// <summary>Files that earlier versions wrote, as they wrote them, opened by this one.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private const string VersionOne = """
        CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, epoch INTEGER NOT NULL, folded INTEGER NOT NULL);
        CREATE TABLE entry (
          position INTEGER PRIMARY KEY, stream_id INTEGER NOT NULL, seq INTEGER NOT NULL,
          at INTEGER NOT NULL, type TEXT NOT NULL, client_id TEXT, payload BLOB NOT NULL);
        CREATE UNIQUE INDEX entry_seq ON entry (stream_id, seq);
        CREATE TABLE known_client_id (stream_id INTEGER NOT NULL, hash INTEGER NOT NULL, seq INTEGER NOT NULL,
          PRIMARY KEY (stream_id, hash, seq)) WITHOUT ROWID;
        CREATE TABLE state (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, payload BLOB NOT NULL);
        CREATE UNIQUE INDEX state_key ON state (kind, key);
        CREATE TABLE checkpoint (projection TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE incarnation (number INTEGER NOT NULL);
        INSERT INTO incarnation VALUES (1);
        PRAGMA application_id=1198681198; PRAGMA user_version=1;
        INSERT INTO stream VALUES (1, 'a', 3, 0), (2, 'b', 1, 0);
        INSERT INTO entry VALUES (1, 1, 1, 1700000000123, 'Noted', 'one', X'61'), (2, 2, 1, 1700000000123, 'Noted', NULL, X'62'),
          (4, 1, 2, 1700000000124, 'Noted', 'two', X'63');
        """;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_VersionOne_KeepsEveryStreamAndGoesOn()
    {
        using (var database = SqliteDatabase.OpenWriter(_folder.File("journal.db"), TimeSpan.FromSeconds(1))) database.Execute(VersionOne);
        await using var store = new SqliteStore(new SqliteJournalOptions { Directory = _folder.Path });
        await store.OpenAsync(Cancelled);

        Assert.Equal(new StreamHead(4, 2), await store.Journal.OpenAsync("a", Cancelled));
        Assert.Equal(3, await store.Journal.AppendAsync("a", 4, 2, [new("Noted", "d"u8.ToArray(), DateTimeOffset.UnixEpoch, "three")], Cancelled));
        Assert.Equal([1L, 4, 5], (await store.Journal.ReadAsync("a", 0, 10, Cancelled)).Select(entry => entry.Position));
        Assert.Equal([2L], (await store.Journal.ReadAsync("b", 0, 10, Cancelled)).Select(entry => entry.Position));
        Assert.Equal(2, await store.Journal.FindClientIdAsync("a", "two", Cancelled));
        var refusal = await Assert.ThrowsAsync<DuplicateClientIdException>(() => store.Journal.AppendAsync(
            "a", 4, 3, [new("Noted", "e"u8.ToArray(), DateTimeOffset.UnixEpoch, "one")], Cancelled).AsTask());
        Assert.Equal(1, refusal.Seq);
        Assert.Equal(0, (await store.Nodes.AcquireAsync("me", DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, 0, Cancelled)).Node);
        Assert.Equal(SqliteSchema.Version, Scalar("PRAGMA user_version"));
    }

    public void Dispose() => _folder.Dispose();

    private long Scalar(string sql)
    {
        using var database = SqliteDatabase.OpenReader(_folder.File("journal.db"), TimeSpan.FromSeconds(1));
        return database.Scalar(sql);
    }
}
