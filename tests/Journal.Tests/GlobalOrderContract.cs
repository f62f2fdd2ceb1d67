namespace Grainline.Journal.Tests;

/// <summary>What <see cref="IJournal.ReadAllAsync"/> promises to a reader that follows while others write.</summary>
public abstract class GlobalOrderContract<TBackend> : JournalTest<TBackend>
    where TBackend : JournalBackend, new()
{
    private const int Writers = 8;
    private const int AppendsEach = 150;

    [Fact]
    public async Task ReadAll_UnderConcurrentWriters_SeesEveryEntryOnceInOrder()
    {
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync($"s{writer}"))).ToArray();
        var followed = await FollowedEntries.ReadAsync(Journal, writers, limit: 50, Cancelled);

        // A gap would show here: an entry that became visible behind a reader who had already passed its position.
        var atRest = new List<JournalEntry>();
        while (await Journal.ReadAllAsync(atRest.LastOrDefault()?.Position ?? 0, 1000, Cancelled) is { Count: > 0 } page) atRest.AddRange(page);
        Assert.Equal(atRest.Select(Place), followed.Select(Place));
        Assert.Equal(followed[^1].Position, Journal.CommittedPosition);
        Assert.All(followed.Zip(followed.Skip(1)), pair => Assert.True(pair.First.Position < pair.Second.Position));
        foreach (var stream in followed.GroupBy(entry => entry.Stream))
            Assert.Equal(Enumerable.Range(1, AppendsEach * 2).Select(seq => (long)seq), stream.Select(entry => entry.Seq));
    }

    [Fact]
    public async Task WaitForGrowth_CompletesWithTheNextCommitOnly()
    {
        var (epoch, _) = await Journal.OpenAsync("s", Cancelled);
        var position = Journal.CommittedPosition;
        var growth = Journal.WaitForGrowthAsync(position, Cancelled);
        await Journal.OpenAsync("t", Cancelled);
        Assert.False(growth.IsCompleted);

        await Journal.AppendAsync("s", epoch, 0, [Entry("a")], Cancelled);

        await growth;
        Assert.True(Journal.CommittedPosition > position);
        await Journal.WaitForGrowthAsync(position, Cancelled);
    }

    [Fact]
    public async Task WaitForGrowth_Cancelled_EndsTheWaitingAlone()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = Journal.WaitForGrowthAsync(0, cancellation.Token);
        var patient = Journal.WaitForGrowthAsync(0, Cancelled);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        var (epoch, _) = await Journal.OpenAsync("s", Cancelled);
        await Journal.AppendAsync("s", epoch, 0, [Entry("a")], Cancelled);

        await patient;
    }

    private static (long, string, long, string) Place(JournalEntry entry) => (entry.Position, entry.Stream, entry.Seq, Text(entry));

    private async Task<int> WriteAsync(string stream)
    {
        var (epoch, head) = await Journal.OpenAsync(stream, Cancelled);
        for (var append = 0; append < AppendsEach; append++)
            head = await Journal.AppendAsync(stream, epoch, head, [Entry($"{append}"), Entry("second")], Cancelled);
        return AppendsEach * 2;
    }
}
