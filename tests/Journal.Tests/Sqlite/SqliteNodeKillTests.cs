using System.Globalization;
using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

/// <summary>A killed holder frees nothing: its number stays its own until the lease has ended, and its mark stays for good.</summary>
public sealed class SqliteNodeKillTests : IDisposable
{
    private static readonly DateTimeOffset EndOfTheKilled = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_WhileHoldingANumber_KeepsNumberAndMark()
    {
        var told = 0L;
        using (var holder = AppenderProcess.Start("node", _folder.Path))
        {
            Assert.Equal("open", await holder.ReadLineAsync(Cancelled));
            for (var line = 0; line < 20; line++)
                told = MarkOf((await holder.ReadLineAsync(Cancelled))!);
            if (await holder.KillAsync(Cancelled) is [.., var last])
                told = MarkOf(last);
        }

        await using var store = new SqliteStore(new SqliteJournalOptions { Directory = _folder.Path });
        await store.OpenAsync(Cancelled);

        Assert.Equal(1, (await store.Nodes.AcquireAsync("next", EndOfTheKilled, EndOfTheKilled, long.MaxValue, Cancelled)).Node);
        var taken = await store.Nodes.AcquireAsync("later", EndOfTheKilled.AddYears(1), EndOfTheKilled.AddSeconds(5), long.MaxValue, Cancelled);
        Assert.Equal(0, taken.Node);
        // The one that was being written when the kill came may have been committed without being acknowledged.
        Assert.InRange(taken.Mark, told, told + 1);
    }

    public void Dispose() => _folder.Dispose();

    private static long MarkOf(string line)
    {
        Assert.StartsWith("0 ", line, StringComparison.Ordinal);
        return long.Parse(line[2..], CultureInfo.InvariantCulture);
    }
}
