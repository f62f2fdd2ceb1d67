using Grainline.Journal.Postgres;
using Grainline.Testing.Postgres;
using Npgsql;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>A database that does not answer for a while: what waits, what is refused, what is withdrawn, and that everything behind an unknown outcome fails too.</summary>
public sealed class PostgresPressureTests : PostgresTest
{
    [Fact]
    public async Task Queue_Full_RefusesWhatFoundNoRoomAndServesTheRest()
    {
        await using var process = await OpenAsync(options => (options.QueueCapacity, options.QueueTimeout, options.MaxBatchEntries) = (4, TimeSpan.FromMilliseconds(200), 1));
        Task<StreamHead>[] opens;
        await using (await BlockAsync())
        {
            opens = [.. Enumerable.Range(0, 20).Select(n => process.Store.Journal.OpenAsync($"s{n}", Cancelled).AsTask())];
            var refused = 0;
            await foreach (var open in Task.WhenEach(opens))
            {
                Assert.True((await Assert.ThrowsAsync<JournalFullException>(() => open)).IsTemporary);
                if (++refused == 15) break;
            }
        }
        foreach (var open in opens) await Task.WhenAny(open);

        Assert.InRange(opens.Count(open => open.IsCompletedSuccessfully), 4, 5);
    }

    [Fact]
    public async Task Append_CancelledInLine_IsWithdrawn()
    {
        await using var process = await OpenAsync(_ => { });
        var (epoch, _) = await process.Store.Journal.OpenAsync("s", Cancelled);
        using var cancellation = new CancellationTokenSource();
        Task<long> first, cancelled;
        await using (await BlockAsync())
        {
            first = Append(process, epoch, 0);
            // Not together with the first: its head is wrong until that is done, so it is decided afterwards.
            cancelled = process.Store.Journal.AppendAsync("s", epoch, 7, [Entry()], cancellation.Token).AsTask();
            await cancellation.CancelAsync();
        }
        Assert.Equal(1, await first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }

    [Fact]
    public async Task Append_OutcomeUnknown_FailsAndEverythingOfItsEpochBehindIt()
    {
        await using var process = await OpenAsync(_ => { });
        var (epoch, _) = await process.Store.Journal.OpenAsync("s", Cancelled);
        Task<long> sent;
        await using (var block = await BlockAsync())
        {
            sent = Append(process, epoch, 0);
            await TerminateWaitingAsync();
            Assert.True((await Assert.ThrowsAsync<JournalUnavailableException>(() => sent)).IsTemporary);
        }

        // Whether the first was committed or not, its successor may not be.
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Append(process, epoch, 1));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Append(process, epoch, 0));
        var again = await process.Store.Journal.OpenAsync("s", Cancelled);
        Assert.Equal(again.Head + 1, await Append(process, again.Epoch, again.Head));
    }

    [Fact]
    public async Task Dispose_WithWritesInLine_ServesThemFirst()
    {
        var process = await OpenAsync(_ => { });
        var (epoch, _) = await process.Store.Journal.OpenAsync("s", Cancelled);
        var block = await BlockAsync();
        var appends = Enumerable.Range(0, 30).Select(head => Append(process, epoch, head)).ToArray();
        var closing = process.DisposeAsync().AsTask();
        await block.DisposeAsync();

        await closing;

        Assert.Equal(30, (await Task.WhenAll(appends)).Max());
    }

    private static NewEntry Entry() => new("Noted", new byte[200], DateTimeOffset.UnixEpoch);

    private static Task<long> Append(PostgresProcess process, long epoch, long head) => process.Store.Journal.AppendAsync("s", epoch, head, [Entry()], Cancelled).AsTask();

    private Task<PostgresProcess> OpenAsync(Action<PostgresOptions> configure)
    {
        var options = Database.Options;
        options.Writers = 1;
        configure(options);
        return PostgresProcess.OpenAsync(options);
    }

    /// <summary>Nobody can write until it is disposed.</summary>
    private async Task<NpgsqlConnection> BlockAsync()
    {
        var connection = await ConnectAsync(Database.SuperuserConnection);
        await ScalarAsync(connection, "BEGIN; LOCK TABLE grainline.stream IN EXCLUSIVE MODE");
        return connection;
    }

    /// <summary>Ends the session that waits for the lock, as a failing network would.</summary>
    private async Task TerminateWaitingAsync()
    {
        await using var connection = await ConnectAsync(Database.SuperuserConnection);
        // Never a worker of the server's own that waits, too.
        const string Terminate = $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = '{PostgresDatabase.Program}' AND wait_event_type = 'Lock' LIMIT 1";
        while (await ScalarAsync(connection, Terminate) is not true) Cancelled.ThrowIfCancellationRequested();
    }
}
