using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

/// <summary>A writer that cannot go on, because another connection holds the file: what waits, what is refused, what is withdrawn.</summary>
public sealed class SqlitePressureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_Full_RefusesWhatFoundNoRoomAndServesTheRest()
    {
        await using var store = await OpenAsync(options =>
        {
            options.QueueCapacity = 4;
            options.QueueTimeout = TimeSpan.FromMilliseconds(30);
            options.MaxBatchEntries = 1;
        });
        Task<StreamHead>[] opens;
        using (Block())
        {
            opens = [.. Enumerable.Range(0, 20).Select(n => store.Journal.OpenAsync($"s{n}", Cancelled).AsTask())];
            // The writer holds at most one and four more wait: at least fifteen lose their patience.
            var refused = 0;
            await foreach (var open in Task.WhenEach(opens))
            {
                await Assert.ThrowsAsync<JournalFullException>(() => open);
                if (++refused == 15) break;
            }
        }
        foreach (var open in opens) await Task.WhenAny(open);

        var served = opens.Count(open => open.IsCompletedSuccessfully);
        Assert.InRange(served, 4, 5);
        Assert.Equal(20 - served, opens.Count(open => open.Exception?.InnerException is JournalFullException { IsTemporary: true }));
        // One after the other: each has the line for itself, however slow the machine.
        var known = 0;
        for (var n = 0; n < 20; n++)
        {
            if ((await store.Journal.OpenAsync($"s{n}", Cancelled)).Epoch == 2) known++;
        }
        Assert.Equal(served, known);
    }

    [Fact]
    public async Task Queue_Full_KeepsTheOrderOfThoseWhoWaitForRoom()
    {
        await using var store = await OpenAsync(options => options.QueueCapacity = 2);
        var (epoch, _) = await store.Journal.OpenAsync("s", Cancelled);
        Task<long>[] appends;
        using (Block()) appends = [.. Enumerable.Range(0, 60).Select(head => Append(store, epoch, head))];

        Assert.Equal(Enumerable.Range(1, 60).Select(seq => (long)seq), await Task.WhenAll(appends));
    }

    [Fact]
    public async Task Append_CancelledInLine_IsWithdrawn()
    {
        await using var store = await OpenAsync(_ => { });
        var (epoch, _) = await store.Journal.OpenAsync("s", Cancelled);
        using var cancellation = new CancellationTokenSource();
        Task<StreamHead> first;
        Task<long> cancelled;
        using (Block())
        {
            first = store.Journal.OpenAsync("t", Cancelled).AsTask();
            cancelled = store.Journal.AppendAsync("s", epoch, 0, [Entry()], cancellation.Token).AsTask();
            await cancellation.CancelAsync();
        }
        Assert.Equal(1, (await first).Epoch);

        // The writer may have taken it together with the first one: then it is written, never half.
        await Task.WhenAny(cancelled);
        Assert.Equal(cancelled.IsCanceled ? 0 : 1, (await store.Journal.ReadAsync("s", 0, 10, Cancelled)).Count);
    }

    [Fact]
    public async Task Append_FileLockedForLong_FailsAsUnavailableAndWorksAgain()
    {
        await using var store = await OpenAsync(options => options.BusyTimeout = TimeSpan.FromMilliseconds(20));
        var (epoch, _) = await store.Journal.OpenAsync("s", Cancelled);
        using (Block())
        {
            Assert.True((await Assert.ThrowsAsync<JournalUnavailableException>(() => Append(store, epoch, 0))).IsTemporary);
            Assert.Empty(await store.Journal.ReadAsync("s", 0, 10, Cancelled));
        }
        Assert.Equal(1, await Append(store, epoch, 0));
    }

    [Fact]
    public async Task Dispose_WithWritesInLine_ServesThemFirst()
    {
        var store = await OpenAsync(_ => { });
        var (epoch, _) = await store.Journal.OpenAsync("s", Cancelled);
        var block = Block();
        var appends = Enumerable.Range(0, 30).Select(head => Append(store, epoch, head)).ToArray();
        var closing = store.DisposeAsync().AsTask();
        block.Dispose();

        await closing;

        Assert.Equal(30, (await Task.WhenAll(appends)).Max());
    }

    public void Dispose() => _folder.Dispose();

    private static NewEntry Entry() => new("Noted", new byte[200], DateTimeOffset.UnixEpoch);

    private static Task<long> Append(SqliteStore store, long epoch, long head) =>
        store.Journal.AppendAsync("s", epoch, head, [Entry()], Cancelled).AsTask();

    private async Task<SqliteStore> OpenAsync(Action<SqliteJournalOptions> configure)
    {
        var options = new SqliteJournalOptions { Directory = _folder.Path, BusyTimeout = TimeSpan.FromMinutes(1), QueueTimeout = TimeSpan.FromMinutes(1) };
        configure(options);
        var store = new SqliteStore(options);
        await store.OpenAsync(Cancelled);
        return store;
    }

    /// <summary>Holds the file's write lock, as a foreign tool might, until disposed.</summary>
    private SqliteDatabase Block()
    {
        var database = SqliteDatabase.OpenWriter(_folder.File("journal.db"), TimeSpan.FromMinutes(1));
        database.Execute("BEGIN IMMEDIATE");
        return database;
    }
}
