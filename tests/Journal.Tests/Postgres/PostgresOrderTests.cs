using System.Text;
using Grainline.Journal.Postgres;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>Commits out of the order of their positions, which is what a reader of the global order must never notice.</summary>
public sealed class PostgresOrderTests : PostgresTest
{
    private const int Processes = 3;
    private const int Streams = 8;
    private const int Appends = 40;

    [Fact]
    public async Task ReadAll_BehindALongTransaction_WaitsForItAndMissesNothing()
    {
        await using var process = await PostgresProcess.OpenAsync(Database.Options);
        var journal = process.Store.Journal;
        var (slow, quick) = (await journal.OpenAsync("slow", Cancelled), await journal.OpenAsync("quick", Cancelled));
        Assert.Equal(1, await journal.AppendAsync("quick", quick.Epoch, 0, [Entry("before")], Cancelled));
        await journal.WaitForGrowthAsync(0, Cancelled);
        var known = journal.CommittedPosition;

        await using var open = await OpenTransaction.AppendAsync(await ConnectAsync(PostgresConnections.Program(Database.Options)), "slow", slow.Epoch, 0, "slow");
        for (var head = 1; head <= 20; head++) await journal.AppendAsync("quick", quick.Epoch, head, [Entry($"{head}")], Cancelled);
        // The stream itself is not held up, only those who follow the order of all.
        Assert.Equal(21, (await journal.ReadAsync("quick", 0, 100, Cancelled)).Count);
        Assert.Empty(await journal.ReadAllAsync(known, 100, Cancelled));
        var growth = journal.WaitForGrowthAsync(known, Cancelled);
        Assert.False(growth.IsCompleted);

        await open.CommitAsync();
        await growth;

        // Other tests have transactions on this server, too.
        var read = new List<JournalEntry>();
        while (read.Count < 21)
        {
            var position = read.LastOrDefault()?.Position ?? known;
            await journal.WaitForGrowthAsync(position, Cancelled);
            read.AddRange(await journal.ReadAllAsync(position, 100, Cancelled));
        }
        Assert.Equal(["slow", .. Enumerable.Range(1, 20).Select(n => $"{n}")], read.Select(Text));
    }

    [Fact]
    public async Task ReadAll_WritersThatAreSlowOrUndone_SeesEveryCommittedEntryOnceInOrder()
    {
        var processes = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => PostgresProcess.OpenAsync(Database.Options)));
        var committed = new int[1];
        var grouped = (from process in Enumerable.Range(0, Processes) from stream in Enumerable.Range(0, Streams) select GroupedAsync(processes[process].Store.Journal, $"{process}/{stream}", committed)).ToArray();
        var others = Task.WhenAll(grouped);
        var slow = Enumerable.Range(0, 4).Select(n => SlowAsync(processes[0].Store.Journal, $"slow/{n}", committed, others));
        var reader = processes[^1].Store.Journal;
        var followed = await FollowedEntries.ReadAsync(reader, [.. grouped, .. slow], limit: 37, Cancelled);

        var atRest = await reader.ReadAllAsync(0, 10_000, Cancelled);
        Assert.Equal(atRest.Select(entry => (entry.Position, entry.Stream, entry.Seq)), followed.Select(entry => (entry.Position, entry.Stream, entry.Seq)));
        Assert.Equal(committed[0], atRest.Count);
        Assert.Equal(atRest.Count, atRest.Select(entry => entry.Position).Distinct().Count());
        foreach (var stream in followed.GroupBy(entry => entry.Stream))
            Assert.Equal(Enumerable.Range(1, stream.Count()).Select(seq => (long)seq), stream.Select(entry => entry.Seq));
        // JavaScript reads them.
        Assert.All(atRest, entry => Assert.InRange(entry.Position, 1, 1L << 53));
        foreach (var process in processes) await process.DisposeAsync();
    }

    private static NewEntry Entry(string text) => new("Noted", Encoding.UTF8.GetBytes(text), DateTimeOffset.UnixEpoch);

    private static string Text(JournalEntry entry) => Encoding.UTF8.GetString(entry.Payload.Span);

    private static async Task<int> GroupedAsync(IJournal journal, string stream, int[] committed)
    {
        var (epoch, head) = await journal.OpenAsync(stream, Cancelled);
        for (var append = 0; append < Appends; append++)
        {
            head = await journal.AppendAsync(stream, epoch, head, [Entry("x"), Entry("y")], Cancelled);
            Interlocked.Add(ref committed[0], 2);
        }
        return Appends * 2;
    }

    /// <summary>Each transaction stays open while others commit; every second one is undone.</summary>
    private async Task<int> SlowAsync(IJournal journal, string stream, int[] committed, Task others)
    {
        var (epoch, head) = await journal.OpenAsync(stream, Cancelled);
        for (var append = 0; append < Appends / 4; append++)
        {
            var connection = await ConnectAsync(PostgresConnections.Program(Database.Options));
            await using var open = await OpenTransaction.AppendAsync(connection, stream, epoch, head, "slow");
            var before = Volatile.Read(ref committed[0]);
            while (append % 5 == 0 && Volatile.Read(ref committed[0]) < before + 20 && !others.IsCompleted) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancelled);
            if (append % 2 == 1) continue;
            await open.CommitAsync();
            head++;
            Interlocked.Increment(ref committed[0]);
        }
        return (int)head;
    }
}
