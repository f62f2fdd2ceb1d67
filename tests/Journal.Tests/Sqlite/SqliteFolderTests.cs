using System.Security.Cryptography;
using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

/// <summary>What is refused at the door: a folder in use, a damaged, foreign or newer file.</summary>
public sealed class SqliteFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string FilePath => _folder.File("journal.db");

    [Fact]
    public async Task Open_FolderOfAnotherProcess_IsRefusedUntilThatOneIsDead()
    {
        using var other = AppenderProcess.Start("hold", _folder.Path);
        Assert.Equal("open", await other.ReadLineAsync(Cancelled));

        await using var store = NewStore();
        var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(() => store.OpenAsync(Cancelled));
        Assert.Contains(_folder.Path, refusal.Message);

        await other.KillAsync(Cancelled);
        await store.OpenAsync(Cancelled);
        using var late = AppenderProcess.Start("hold", _folder.Path);
        Assert.Contains("another process", await late.ReadLineAsync(Cancelled));
        Assert.Equal(3, await late.ExitAsync(Cancelled));
    }

    [Fact]
    public async Task Open_NotADatabase_IsRefusedAndLeftAsItIs() =>
        await RefusedAndUntouchedAsync(RandomNumberGenerator.GetBytes(16_384), "damaged");

    [Fact]
    public async Task Open_DamagedPages_IsRefusedAndLeftAsItIs()
    {
        await using (var store = NewStore())
        {
            await store.OpenAsync(Cancelled);
            await store.Journal.OpenAsync("s", Cancelled);
        }
        var bytes = await File.ReadAllBytesAsync(FilePath, Cancelled);
        // The first page keeps its header; its list of tables and every other page are noise.
        RandomNumberGenerator.Fill(bytes.AsSpan(100));
        await RefusedAndUntouchedAsync(bytes, "damaged");
    }

    [Fact]
    public async Task Open_NewerFormat_IsRefusedAndLeftAsItIs()
    {
        Execute($"CREATE TABLE future (x); PRAGMA application_id={SqliteSchema.ApplicationId}; PRAGMA user_version={SqliteSchema.Version + 1}");
        await RefusedAndUntouchedAsync(await File.ReadAllBytesAsync(FilePath, Cancelled), $"format {SqliteSchema.Version + 1}");
    }

    [Fact]
    public async Task Open_FileOfAnotherProgram_IsRefusedAndLeftAsItIs()
    {
        Execute("CREATE TABLE photos (x)");
        await RefusedAndUntouchedAsync(await File.ReadAllBytesAsync(FilePath, Cancelled), "another program");
    }

    [Fact]
    public async Task Open_VersionZero_IsMigratedToTheCurrentOne()
    {
        Execute("PRAGMA user_version=0");
        await using (var store = NewStore())
        {
            await store.OpenAsync(Cancelled);
            Assert.Equal(new StreamHead(1, 0), await store.Journal.OpenAsync("s", Cancelled));
        }
        using var database = SqliteDatabase.OpenReader(FilePath, TimeSpan.FromSeconds(1));
        Assert.Equal(SqliteSchema.Version, database.Scalar("PRAGMA user_version"));
        Assert.Equal(1, database.Scalar("SELECT count(*) FROM stream"));
    }

    [Fact]
    public async Task Dispose_AfterWrites_FoldsTheLogAndFreesTheFolder()
    {
        await using (var store = NewStore())
        {
            await store.OpenAsync(Cancelled);
            await store.Journal.OpenAsync("s", Cancelled);
            Assert.True(new FileInfo(FilePath + "-wal").Length > 0);
        }
        Assert.False(File.Exists(FilePath + "-wal"));
        using var folder = FolderLock.Take(_folder.Path);
    }

    [Fact]
    public async Task Call_BeforeOpenOrAfterDispose_IsUnavailable()
    {
        var store = NewStore();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => store.Journal.OpenAsync("s", Cancelled).AsTask());
        await store.OpenAsync(Cancelled);
        await store.Journal.OpenAsync("s", Cancelled);
        await store.DisposeAsync();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => store.Journal.OpenAsync("s", Cancelled).AsTask());
        await Assert.ThrowsAsync<JournalUnavailableException>(() => store.Journal.ReadAllAsync(0, 1, Cancelled).AsTask());
        await store.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    private SqliteStore NewStore() => new(new SqliteJournalOptions { Directory = _folder.Path });

    private void Execute(string sql)
    {
        using var database = SqliteDatabase.OpenWriter(FilePath, TimeSpan.FromSeconds(1));
        database.Execute(sql);
    }

    private async Task RefusedAndUntouchedAsync(byte[] content, string reason)
    {
        await File.WriteAllBytesAsync(FilePath, content, Cancelled);
        await using var store = NewStore();
        var refusal = await Assert.ThrowsAsync<JournalCorruptException>(() => store.OpenAsync(Cancelled));
        Assert.Contains(reason, refusal.Message);
        Assert.Equal(content, await File.ReadAllBytesAsync(FilePath, Cancelled));
        using var free = FolderLock.Take(_folder.Path);
    }
}
