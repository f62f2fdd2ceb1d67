using System.Security.Cryptography;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>Kills a writing process over and over: what it acknowledged must be there, once, without a gap, and the next one goes on.</summary>
public sealed class PostgresKillTests : PostgresTest
{
    private const int Rounds = 3;

    [Fact]
    public async Task Kill_WhileAppending_LosesNothingAcknowledged()
    {
        var acknowledged = new List<string>();
        await using var process = await PostgresProcess.OpenAsync(Database.Options);
        for (var round = 1; round <= Rounds; round++)
        {
            using var appender = AppenderProcess.Start("postgres", Database.Options.ConnectionString);
            Assert.Equal("open", await appender.ReadLineAsync(Cancelled));
            for (var line = 0; line < 97 * round; line++)
                acknowledged.Add(await appender.ReadLineAsync(Cancelled) ?? throw new InvalidOperationException("It ended by itself."));
            acknowledged.AddRange(await appender.KillAsync(Cancelled));
        }

        // What the killed one had sent may still be on its way to a commit: opening waits for it and fences it off.
        var journal = process.Store.Journal;
        var heads = new Dictionary<string, StreamHead>();
        for (var stream = 0; stream < 8; stream++) heads.Add($"s{stream}", await journal.OpenAsync($"s{stream}", Cancelled));
        var stored = new List<JournalEntry>();
        foreach (var (stream, head) in heads)
        {
            Assert.Equal(Rounds + 1, head.Epoch);
            var entries = await journal.ReadAsync(stream, 0, 10_000, Cancelled);
            Assert.Equal(Enumerable.Range(1, (int)head.Head).Select(seq => (long)seq), entries.Select(entry => entry.Seq));
            Assert.Equal(head.Head + 1, await journal.AppendAsync(stream, head.Epoch, head.Head, [new("Noted", default, DateTimeOffset.UnixEpoch)], Cancelled));
            stored.AddRange(entries);
        }
        Assert.Empty(acknowledged.Except(stored.Select(entry => $"{entry.Stream} {entry.Seq} {Convert.ToHexString(SHA256.HashData(entry.Payload.Span))}")));
    }
}
