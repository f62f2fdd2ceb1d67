using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

/// <summary>No room: nothing half-written, nothing acknowledged that is not there, and service again as soon as there is room.</summary>
public sealed class SqliteDiskFullTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_QuotaReached_FailsAsFullAndWorksAgainWithRoom()
    {
        using var folder = new TemporaryFolder();
        var options = new SqliteJournalOptions { Directory = folder.Path, MaxPages = 200 };
        await using var store = new SqliteStore(options);
        await store.OpenAsync(Cancelled);
        var ballast = await store.States.WriteAsync("ballast", "b", new byte[300_000], null, Cancelled);

        var acknowledged = await AppendUntilFullAsync(store.Journal);
        await store.States.ClearAsync("ballast", "b", ballast, Cancelled);

        await AssertServesAsync(store.Journal, acknowledged);
    }

    [Fact]
    public async Task Append_DiskFull_FailsAsFullAndWorksAgainWithRoom()
    {
        using var disk = SmallDisk.TryMount(megabytes: 4);
        if (disk is null) Assert.Skip("A small file system cannot be mounted here: that needs root and mount(8).");
        await File.WriteAllBytesAsync(Path.Combine(disk.Path, "ballast"), new byte[2 << 20], Cancelled);
        await using var store = new SqliteStore(new SqliteJournalOptions { Directory = disk.Path, CheckpointPages = 100 });
        await store.OpenAsync(Cancelled);

        var acknowledged = await AppendUntilFullAsync(store.Journal);
        File.Delete(Path.Combine(disk.Path, "ballast"));

        await AssertServesAsync(store.Journal, acknowledged);
    }

    private static async Task<long> AppendUntilFullAsync(IJournal journal)
    {
        var (epoch, head) = await journal.OpenAsync("s", Cancelled);
        // Groups of several callers: when the disk is full all of a group must hear it.
        for (var round = 0; round < 10_000; round++)
        {
            var appends = Enumerable.Range(0, 5).Select(n => journal.AppendAsync("s", epoch, head + n, [Entry()], Cancelled).AsTask()).ToArray();
            await Task.WhenAll(appends).ContinueWith(_ => { }, TaskScheduler.Default);
            var failed = appends.SkipWhile(append => append.IsCompletedSuccessfully).ToArray();
            head += appends.Length - failed.Length;
            if (failed.Length == 0) continue;
            Assert.True((await Assert.ThrowsAsync<JournalFullException>(() => failed[0])).IsTemporary);
            Assert.All(failed, append => Assert.IsType<JournalException>(append.Exception?.InnerException, exactMatch: false));
            return head;
        }
        throw new InvalidOperationException("The disk was never full.");
    }

    private static async Task AssertServesAsync(IJournal journal, long acknowledged)
    {
        var stored = await journal.ReadAsync("s", 0, 10_000, Cancelled);
        Assert.Equal(Enumerable.Range(1, (int)acknowledged).Select(seq => (long)seq), stored.Select(entry => entry.Seq));
        var (epoch, head) = await journal.OpenAsync("s", Cancelled);
        Assert.Equal(acknowledged, head);
        Assert.Equal(acknowledged + 1, await journal.AppendAsync("s", epoch, head, [Entry()], Cancelled));

        // Who follows all streams has seen nothing of what was undone.
        var followed = new List<JournalEntry>();
        while (await journal.ReadAllAsync(followed.LastOrDefault()?.Position ?? 0, 100, Cancelled) is { Count: > 0 } page) followed.AddRange(page);
        Assert.Equal([.. stored.Select(entry => (entry.Seq, entry.ClientId)), (acknowledged + 1, followed[^1].ClientId)], followed.Select(entry => (entry.Seq, entry.ClientId)));
    }

    private static NewEntry Entry() => new("Noted", new byte[3000], DateTimeOffset.UnixEpoch, Guid.NewGuid().ToString());
}
