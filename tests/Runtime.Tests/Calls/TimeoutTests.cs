using Grainline.Runtime.Tests.Hosting;

namespace Grainline.Runtime.Tests.Calls;

public sealed class TimeoutTests
{
    [Fact]
    public async Task Call_CalleeTooSlow_TimesOutAndTheCalleeRunsOn()
    {
        await using var cluster = await ConformanceCluster.StartImpatientAsync();
        var grain = Grain(cluster);
        var call = grain.Wait();
        await grain.WhenWaiting();

        cluster.Clock.Advance(SiloSetup.Patience - TimeSpan.FromSeconds(1));
        Assert.False(call.IsCompleted);
        await cluster.PassTimeout(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        await grain.Release();
        await grain.WhenHeard(1);
        Assert.Equal(["done"], await grain.Heard());
    }

    [Fact]
    public async Task Call_MethodHasItsOwnTimeout_TakesIt()
    {
        await using var cluster = await ConformanceCluster.StartImpatientAsync();
        var grain = Grain(cluster);
        var call = grain.WaitBriefly();
        await grain.WhenWaiting();

        await cluster.PassTimeout(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        await grain.Release();
    }

    [Fact]
    public async Task Call_TimedOutWhileWaiting_IsNotRunAnyMore()
    {
        await using var cluster = await ConformanceCluster.StartImpatientAsync();
        var grain = Grain(cluster);
        var running = grain.Wait();
        await grain.WhenWaiting();
        var waiting = grain.WaitFor("too late", CancellationToken.None);

        await cluster.PassTimeout();
        await Assert.ThrowsAsync<TimeoutException>(() => running);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        await grain.Release();
        await grain.WaitFor("after", CancellationToken.None);

        Assert.Equal(["done", "after"], await grain.Heard());
    }

    [Fact]
    public async Task Call_BackIntoABusyCaller_TimesOutInsteadOfReentering()
    {
        await using var cluster = await ConformanceCluster.StartImpatientAsync();
        var first = Grain(cluster);
        var second = Grain(cluster);

        var call = first.CallBackThrough(second);
        await second.WhenHeard(1);
        await cluster.PassTimeout();

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Empty(await first.Heard());
    }

    [Fact]
    public async Task Call_AnsweredInTime_IsNotTouchedByTheTimeout()
    {
        await using var cluster = await ConformanceCluster.StartImpatientAsync();
        var grain = Grain(cluster);
        var call = grain.Wait();
        await grain.WhenWaiting();

        await grain.Release();
        Assert.Equal("released", await call);
        cluster.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("released", await call);
    }

    private static IPatienceGrain Grain(ConformanceCluster cluster) => cluster.Grains.GetGrain<IPatienceGrain>(Guid.NewGuid().ToString());
}
