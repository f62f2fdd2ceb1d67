using System.Collections.Concurrent;
using Grainline.Journal.Postgres;
using Grainline.Journal.Postgres.Schema;
using Grainline.Testing.Postgres;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>The server dies under those who write, on a server of the test's own.</summary>
public sealed class PostgresRestartTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restart_WhileAppending_LosesNothingAcknowledgedAndGoesOn()
    {
        var installation = PostgresInstallation.Find();
        Assert.SkipWhen(installation is null, PostgresInstallation.HowToInstall);
        await using var cluster = new PostgresCluster();
        await cluster.Start(installation, null, Cancelled);
        var options = new PostgresOptions { ConnectionString = cluster.Connection, QueueTimeout = TimeSpan.FromSeconds(30) };
        await new PostgresSchema(options).MigrateAsync(Cancelled);
        await using var process = await PostgresProcess.OpenAsync(options);
        var journal = process.Store.Journal;
        var acknowledged = new ConcurrentDictionary<string, long>();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(n => WriteAsync(journal, $"s{n}", acknowledged, stop.Token)).ToArray();
        await ReachedAsync(acknowledged, 20, writers);

        await cluster.Restart(Cancelled);

        var before = acknowledged.Values.Max();
        await ReachedAsync(acknowledged, before + 20, writers);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        foreach (var (stream, head) in acknowledged)
        {
            var seqs = (await journal.ReadAsync(stream, 0, 10_000, Cancelled)).Select(entry => entry.Seq).ToArray();
            Assert.Equal(Enumerable.Range(1, seqs.Length).Select(seq => (long)seq), seqs);
            Assert.True(seqs.Length >= head, $"{stream} was acknowledged up to {head} and ends at {seqs.Length}.");
        }
        // Also those who follow have found it again.
        await journal.WaitForGrowthAsync((await journal.ReadAsync("s0", 0, 1, Cancelled))[0].Position, Cancelled);
        Assert.NotEmpty(await journal.ReadAllAsync(0, 10, Cancelled));
    }

    /// <summary>Every writer has come so far. Throws what one of them that has failed throws: it would never come.</summary>
    private static async Task ReachedAsync(ConcurrentDictionary<string, long> acknowledged, long head, Task[] writers)
    {
        while (acknowledged.Count < writers.Length || acknowledged.Values.Any(reached => reached < head))
        {
            await Task.WhenAll(writers.Where(writer => writer.IsCompleted));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancelled);
        }
    }

    /// <summary>As a grain does: after a failure it opens again and goes on where the stream ends.</summary>
    private static async Task WriteAsync(IJournal journal, string stream, ConcurrentDictionary<string, long> acknowledged, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var (epoch, head) = await journal.OpenAsync(stream, Cancelled);
                while (!stop.IsCancellationRequested)
                {
                    var first = journal.AppendAsync(stream, epoch, head, [new("Noted", new byte[50], DateTimeOffset.UnixEpoch)], Cancelled).AsTask();
                    var second = journal.AppendAsync(stream, epoch, head + 1, [new("Noted", new byte[50], DateTimeOffset.UnixEpoch)], Cancelled).AsTask();
                    await Task.WhenAny(Task.WhenAll(first, second));
                    // Never one without the one before it.
                    Assert.True(first.IsCompletedSuccessfully || !second.IsCompletedSuccessfully);
                    acknowledged[stream] = head = await first;
                    acknowledged[stream] = head = await second;
                }
            }
            catch (JournalException failure) when (failure.IsTemporary || failure is HeadMismatchException)
            {
                continue;
            }
        }
    }
}
