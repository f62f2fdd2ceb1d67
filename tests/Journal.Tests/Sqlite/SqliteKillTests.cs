using System.Security.Cryptography;
using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

/// <summary>Kills a writing process over and over: what it acknowledged must be there, once, without a gap.</summary>
public sealed class SqliteKillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("append", false)]
    [InlineData("append-many", true)]
    public async Task Kill_WhileAppending_LosesNothingAcknowledged(string mode, bool leavesEntriesUnfiled)
    {
        var unfiled = 0L;
        var acknowledged = new List<string>();
        for (var round = 1; round <= 5; round++)
        {
            using var appender = AppenderProcess.Start(mode, _folder.Path);
            Assert.Equal("open", await appender.ReadLineAsync(TestContext.Current.CancellationToken));
            // A different number of lines each time, so that the kill meets different moments of a group and of a fold of the log.
            for (var line = 0; line < 97 * round * round; line++)
                acknowledged.Add(await appender.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("It ended by itself."));
            acknowledged.AddRange(await appender.KillAsync(TestContext.Current.CancellationToken));

            unfiled += await VerifyAsync(acknowledged, epochs: round);
        }
        // With few entries all may have been filed at the moment of each kill; with many that does not happen five times.
        if (leavesEntriesUnfiled) Assert.True(unfiled > 0);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Returns how many entries the killed process had not filed by stream.</summary>
    private async Task<long> VerifyAsync(List<string> acknowledged, int epochs)
    {
        // A copy is opened, so that each round's process recovers the killed one's log by itself.
        using var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(_folder.Path, "journal.db*")) File.Copy(file, copy.File(Path.GetFileName(file)));
        var unfiled = Unfiled(copy.File("journal.db"));
        await using var store = new SqliteStore(new SqliteJournalOptions { Directory = copy.Path });
        await store.OpenAsync();

        var stored = new List<JournalEntry>();
        while (await store.Journal.ReadAllAsync(stored.LastOrDefault()?.Position ?? 0, 10_000) is { Count: > 0 } page) stored.AddRange(page);
        var lines = stored.Select(entry => $"{entry.Stream} {entry.Seq} {Convert.ToHexString(SHA256.HashData(entry.Payload.Span))}").ToList();

        Assert.Empty(acknowledged.Except(lines));
        foreach (var stream in stored.GroupBy(entry => entry.Stream))
        {
            Assert.Equal(stream.Select(entry => entry.Position), (await store.Journal.ReadAsync(stream.Key, 0, 10_000)).Select(entry => entry.Position));
            Assert.Equal(stream.Last().Seq, await store.Journal.FindClientIdAsync(stream.Key, stream.Last().ClientId!));
        }
        Assert.Equal(lines.Count, lines.Distinct().Count());
        foreach (var stream in stored.GroupBy(entry => entry.Stream))
        {
            Assert.Equal(Enumerable.Range(1, stream.Count()).Select(seq => (long)seq), stream.Select(entry => entry.Seq));
            Assert.Equal(new StreamHead(epochs + 1, stream.Count()), await store.Journal.OpenAsync(stream.Key));
        }
        return unfiled;
    }

    private static long Unfiled(string path)
    {
        using var database = SqliteDatabase.OpenWriter(path, TimeSpan.FromSeconds(1));
        return database.Scalar("SELECT (SELECT max(position) FROM entry) - (SELECT position FROM filed)");
    }
}
