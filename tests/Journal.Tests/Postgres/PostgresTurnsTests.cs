namespace Grainline.Journal.Tests.Postgres;

/// <summary>A projection runs in one process at a time, and in another as soon as that one is gone.</summary>
public sealed class PostgresTurnsTests : PostgresTest
{
    [Fact]
    public async Task Wait_WhileAnotherHasTheTurn_GetsItAfterwards()
    {
        await using var one = await PostgresProcess.OpenAsync(Database.Options);
        await using var other = await PostgresProcess.OpenAsync(Database.Options);
        var first = await one.Store.Turns.WaitAsync("list", Cancelled);
        await using var elsewhere = await other.Store.Turns.WaitAsync("another", Cancelled);
        var waiting = other.Store.Turns.WaitAsync("list", Cancelled).AsTask();
        Assert.False(waiting.IsCompleted);

        await first.DisposeAsync();

        await using var second = await waiting;
        Assert.False(second.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Turn_WhoseSessionEnds_IsLostAndGoesToAnother()
    {
        await using var one = await PostgresProcess.OpenAsync(Database.Options);
        await using var other = await PostgresProcess.OpenAsync(Database.Options);
        await using var first = await one.Store.Turns.WaitAsync("list", Cancelled);
        var lost = new TaskCompletionSource();
        await using var told = first.Lost.Register(lost.SetResult);

        await Database.Execute("SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON oid = database WHERE datname = current_database() AND locktype = 'advisory' AND granted", Cancelled);

        await lost.Task.WaitAsync(Cancelled);
        await using var second = await other.Store.Turns.WaitAsync("list", Cancelled);
    }

    [Fact]
    public async Task Followers_InTwoProcesses_HandleEveryEntryOnceAcrossAHandOver()
    {
        await using var one = await PostgresProcess.OpenAsync(Database.Options);
        await using var other = await PostgresProcess.OpenAsync(Database.Options);
        using var first = new RecordingFollower(one.Store.Journal, one.Store.Checkpoints, one.Store.Turns);
        using var second = new RecordingFollower(other.Store.Journal, other.Store.Checkpoints, other.Store.Turns);
        await first.StartAsync(Cancelled);
        var (epoch, _) = await one.Store.Journal.OpenAsync("s", Cancelled);
        await AppendAsync(one, epoch, 0);
        await first.WaitUntilHandledAsync(await LastAsync(one, 5), Cancelled);
        await second.StartAsync(Cancelled);
        await AppendAsync(one, epoch, 5);
        await first.WaitUntilHandledAsync(await LastAsync(one, 10), Cancelled);
        Assert.Empty(second.Batches);

        await first.StopAsync(Cancelled);
        await AppendAsync(one, epoch, 10);
        var last = await LastAsync(one, 15);
        await second.WaitUntilHandledAsync(last, Cancelled);
        await second.StopAsync(Cancelled);

        Assert.Equal((10, 5), (first.Positions.Count(), second.Positions.Count()));
        Assert.Equal(last, await other.Store.Checkpoints.ReadAsync("recording", Cancelled));
    }

    private static async Task AppendAsync(PostgresProcess process, long epoch, long head) =>
        await process.Store.Journal.AppendAsync("s", epoch, head, [.. Enumerable.Range(0, 5).Select(_ => new NewEntry("Noted", new byte[5], DateTimeOffset.UnixEpoch))], Cancelled);

    private static async Task<long> LastAsync(PostgresProcess process, int count) => (await process.Store.Journal.ReadAsync("s", count - 1, 1, Cancelled))[0].Position;
}
