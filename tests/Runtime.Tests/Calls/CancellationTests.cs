using Grainline.Runtime.Tests.Hosting;

namespace Grainline.Runtime.Tests.Calls;

public sealed class CancellationTests
{
    [Fact]
    public async Task Cancel_DuringACall_ReachesTheCalleeAndFreesTheCaller()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain(cluster);
        using var cancellation = new CancellationTokenSource();
        var call = grain.WaitFor("started", cancellation.Token);
        await grain.WhenWaiting();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await grain.WhenHeard(2);
        Assert.Equal(["started", "cancelled"], await grain.Heard());
        await grain.Release();
    }

    [Fact]
    public async Task Cancel_BeforeTheCall_NeverReachesTheCallee()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain(cluster);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => grain.WaitFor("never", new CancellationToken(canceled: true)));

        Assert.Empty(await grain.Heard());
    }

    [Fact]
    public async Task Timeout_OfACancellableCall_CancelsTheCallee()
    {
        await using var cluster = await ConformanceCluster.StartImpatientAsync();
        var grain = Grain(cluster);
        var call = grain.WaitFor("started", CancellationToken.None);
        await grain.WhenWaiting();

        await cluster.PassTimeout();

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        await grain.WhenHeard(2);
        await grain.Release();
    }

    [Fact]
    public async Task Cancel_AfterTheAnswer_ChangesNothing()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain(cluster);
        using var cancellation = new CancellationTokenSource();
        await grain.Release();

        Assert.Equal("quick", await grain.WaitFor("quick", cancellation.Token));
        await cancellation.CancelAsync();

        Assert.Equal(["quick"], await grain.Heard());
    }

    private static IPatienceGrain Grain(ConformanceCluster cluster) => cluster.Grains.GetGrain<IPatienceGrain>(Guid.NewGuid().ToString());
}
