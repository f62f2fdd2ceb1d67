namespace Grainline.Journal.Tests;

/// <summary>Projections over a real journal: from the checkpoint on, again after a failure, in bounded batches.</summary>
public abstract class FollowerContract<TBackend> : JournalTest<TBackend>
    where TBackend : JournalBackend, new()
{
    [Fact]
    public async Task Follow_FromZero_HandsOverAllInBoundedBatches()
    {
        var positions = await AppendAsync("s", 10);

        var follower = await FollowAsync(new RecordingFollower(Journal, Backend.Checkpoints), positions[^1]);

        Assert.Equal(positions, follower.Positions);
        Assert.Equal([4, 4, 2], follower.Batches.Select(batch => batch.Count));
        Assert.Equal(positions[^1], await Backend.Checkpoints.ReadAsync("recording", Cancelled));
    }

    [Fact]
    public async Task Follow_AfterRestart_ContinuesAtTheCheckpoint()
    {
        var first = await AppendAsync("s", 5);
        await FollowAsync(new RecordingFollower(Journal, Backend.Checkpoints), first[^1]);
        var second = await AppendAsync("t", 3);

        await Backend.ReopenAsync();
        var follower = await FollowAsync(new RecordingFollower(Journal, Backend.Checkpoints), second[^1]);

        Assert.Equal(second, follower.Positions);
    }

    [Fact]
    public async Task Follow_HandlerFails_RepeatsFromTheFailedEntryAndLosesNone()
    {
        var positions = await AppendAsync("s", 9);
        var failures = 0;

        var follower = await FollowAsync(
            new RecordingFollower(Journal, Backend.Checkpoints)
            {
                Before = batch =>
                {
                    if (batch.Any(entry => entry.Position == positions[5]) && failures++ < 3) throw new InvalidOperationException("The read model is down.");
                },
            },
            positions[^1]);

        Assert.Equal(positions, follower.Positions);
        Assert.Equal(4, failures);
    }

    [Fact]
    public async Task Follow_WhileWritten_KeepsUp()
    {
        using var follower = new RecordingFollower(Journal, Backend.Checkpoints);
        await follower.StartAsync(Cancelled);
        var positions = new List<long>();
        for (var round = 0; round < 20; round++)
        {
            positions.AddRange(await AppendAsync($"s{round}", 3));
            await follower.WaitUntilHandledAsync(positions[^1], Cancelled);
        }
        await follower.StopAsync(Cancelled);

        Assert.Equal(positions, follower.Positions);
    }

    private static async Task<RecordingFollower> FollowAsync(RecordingFollower follower, long until)
    {
        using (follower)
        {
            await follower.StartAsync(Cancelled);
            await follower.WaitUntilHandledAsync(until, Cancelled);
            await follower.StopAsync(Cancelled);
            return follower;
        }
    }

    private async Task<long[]> AppendAsync(string stream, int count)
    {
        var before = Journal.CommittedPosition;
        var (epoch, head) = await Journal.OpenAsync(stream, Cancelled);
        await Journal.AppendAsync(stream, epoch, head, [.. Enumerable.Range(0, count).Select(n => Entry($"{n}"))], Cancelled);
        // What was acknowledged may still wait for an older commit of somebody else before it can be read in the global order.
        var read = new List<long>();
        while (read.Count < count)
        {
            var last = read.Count == 0 ? before : read[^1];
            await Journal.WaitForGrowthAsync(last, Cancelled);
            read.AddRange((await Journal.ReadAllAsync(last, 100, Cancelled)).Select(entry => entry.Position));
        }
        return [.. read];
    }
}
