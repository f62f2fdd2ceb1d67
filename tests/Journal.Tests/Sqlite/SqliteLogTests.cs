using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

public sealed class SqliteLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_UnderLoadWithReaders_StaysBounded()
    {
        await using var store = new SqliteStore(new SqliteJournalOptions { Directory = _folder.Path, CheckpointPages = 50, MaxBatchEntries = 20 });
        await store.OpenAsync(Cancelled);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadAsync(store.Journal, done.Token))).ToArray();

        var longest = 0L;
        var (epoch, head) = await store.Journal.OpenAsync("s", Cancelled);
        for (var round = 0; round < 500; round++)
        {
            head = await store.Journal.AppendAsync("s", epoch, head, [.. Enumerable.Range(0, 10).Select(_ => Entry())], Cancelled);
            longest = Math.Max(longest, new FileInfo(_folder.File("journal.db-wal")).Length);
        }
        await done.CancelAsync();
        await Task.WhenAll(readers);

        // 5 MB of entries were written, three times the limit below even without the index; four times the measure plus one more and a group is the promise.
        Assert.InRange(longest, 1, 6 * 50 * 4120);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task ReadAsync(IJournal journal, CancellationToken done)
    {
        var position = 0L;
        while (!done.IsCancellationRequested)
        {
            var page = await journal.ReadAllAsync(position, 500, Cancelled);
            position = page.Count == 0 ? 0 : page[^1].Position;
        }
    }

    private static NewEntry Entry() => new("Noted", new byte[1000], DateTimeOffset.UnixEpoch, Guid.NewGuid().ToString());
}
