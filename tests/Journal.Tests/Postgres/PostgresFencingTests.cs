using Grainline.Journal.Postgres;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>Two processes that both believe to own a stream: only what the later one says counts.</summary>
public sealed class PostgresFencingTests : PostgresTest
{
    [Fact]
    public async Task Append_ByTheEarlierOwner_IsRefusedAndSpoilsNothing()
    {
        await using var zombie = await PostgresProcess.OpenAsync(Database.Options);
        await using var owner = await PostgresProcess.OpenAsync(Database.Options);
        var old = await zombie.Store.Journal.OpenAsync("s", Cancelled);
        await zombie.Store.Journal.AppendAsync("s", old.Epoch, 0, [Entry()], Cancelled);
        var now = await owner.Store.Journal.OpenAsync("s", Cancelled);
        Assert.Equal(new StreamHead(2, 1), now);

        // Pipelined, as a busy grain does, and with others in the same group.
        var other = await zombie.Store.Journal.OpenAsync("t", Cancelled);
        var refused = Enumerable.Range(0, 5).Select(n => zombie.Store.Journal.AppendAsync("s", old.Epoch, 1 + n, [Entry()], Cancelled).AsTask()).ToArray();
        var accepted = zombie.Store.Journal.AppendAsync("t", other.Epoch, 0, [Entry()], Cancelled);

        Assert.Equal(2, await owner.Store.Journal.AppendAsync("s", now.Epoch, 1, [Entry()], Cancelled));
        foreach (var append in refused) Assert.Equal(2, (await Assert.ThrowsAsync<StaleEpochException>(() => append)).CurrentEpoch);
        Assert.Equal(1, await accepted);
        Assert.Equal([1, 2], (await owner.Store.Journal.ReadAsync("s", 0, 10, Cancelled)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task Open_WhileTheEarlierOwnersAppendCommits_SeesIt()
    {
        await using var owner = await PostgresProcess.OpenAsync(Database.Options);
        var old = await owner.Store.Journal.OpenAsync("s", Cancelled);
        await using var open = await OpenTransaction.AppendAsync(await ConnectAsync(PostgresConnections.Program(Database.Options)), "s", old.Epoch, 0, "late");

        var opening = owner.Store.Journal.OpenAsync("s", Cancelled).AsTask();
        Assert.False(opening.IsCompleted);
        await open.CommitAsync();

        Assert.Equal(new StreamHead(2, 1), await opening);
    }

    [Fact]
    public async Task Append_RacingOwners_LeaveOneContiguousStream()
    {
        var processes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PostgresProcess.OpenAsync(Database.Options)));
        var acknowledged = await Task.WhenAll(processes.Select(process => RaceAsync(process.Store.Journal)));

        var stored = await processes[0].Store.Journal.ReadAsync("s", 0, 10_000, Cancelled);
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(seq => (long)seq), stored.Select(entry => entry.Seq));
        Assert.Equal(stored.Select(entry => entry.Seq), acknowledged.SelectMany(seqs => seqs).Order());
        foreach (var process in processes) await process.DisposeAsync();
    }

    private static NewEntry Entry() => new("Noted", new byte[10], DateTimeOffset.UnixEpoch);

    /// <summary>Opens, appends until fenced off, opens again. Returns the seqs that were acknowledged.</summary>
    private static async Task<List<long>> RaceAsync(IJournal journal)
    {
        var seqs = new List<long>();
        for (var round = 0; round < 10; round++)
        {
            var (epoch, head) = await journal.OpenAsync("s", Cancelled);
            try
            {
                for (var append = 0; append < 5; append++) seqs.Add(head = await journal.AppendAsync("s", epoch, head, [Entry()], Cancelled));
            }
            catch (StaleEpochException)
            {
                continue;
            }
        }
        return seqs;
    }
}
