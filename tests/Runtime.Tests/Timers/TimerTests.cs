using Grainline.Runtime.Tests.Hosting;

namespace Grainline.Runtime.Tests.Timers;

public sealed class TimerTests
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(11);

    [Fact]
    public async Task Timer_DueTimePasses_TicksOncePerPeriod()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);

        cluster.Clock.Advance(Due);
        await grain.WhenTicks(1);
        await cluster.Clock.WhenArmed(Period);
        cluster.Clock.Advance(Period);
        await grain.WhenTicks(2);

        Assert.Equal(2, (await grain.Look()).Ticks);
    }

    [Fact]
    public async Task Timer_BeforeTheDueTime_DoesNotTick()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);

        cluster.Clock.Advance(Due - TimeSpan.FromMilliseconds(1));

        Assert.Equal(0, (await grain.Look()).Ticks);
        await cluster.Clock.WhenArmed(TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Timer_TickOutlastsThePeriod_NeverOverlaps()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster, interleave: true);
        await grain.HoldTicks();

        cluster.Clock.Advance(Due);
        await grain.WhenTicks(1);
        cluster.Clock.Advance(Period * 10);
        Assert.Equal(1, (await grain.Look()).Ticks);
        await grain.ReleaseTick();
        await cluster.Clock.WhenArmed(Period);
        cluster.Clock.Advance(Period);
        await grain.WhenTicks(2);

        Assert.Equal(0, (await grain.Look()).Overlaps);
    }

    [Fact]
    public async Task Timer_GrainInACall_TicksAfterIt()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);
        var call = grain.Block();

        cluster.Clock.Advance(Due);
        Assert.Equal(0, (await grain.Look()).Ticks);
        await grain.Unblock();

        Assert.Equal("unblocked", await call);
        await grain.WhenTicks(1);
    }

    [Fact]
    public async Task Timer_Interleaving_TicksDuringACall()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster, interleave: true);
        var call = grain.Block();

        cluster.Clock.Advance(Due);
        await grain.WhenTicks(1);

        Assert.False(call.IsCompleted);
        await grain.Unblock();
        await call;
    }

    [Fact]
    public async Task Timer_TickThrows_GoesOn()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);
        await grain.FailTicks();

        cluster.Clock.Advance(Due);
        await cluster.Logs.WhenLogged("tick failed");
        await cluster.Clock.WhenArmed(Period);
        cluster.Clock.Advance(Period);
        await grain.WhenTicks(2);
    }

    [Fact]
    public async Task Dispose_DuringATick_CancelsItsToken()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster, interleave: true);
        await grain.HoldTicks();
        cluster.Clock.Advance(Due);
        await grain.WhenTicks(1);

        await grain.Stop();

        Assert.True((await grain.Look()).Cancelled);
        await grain.ReleaseTick();
    }

    [Fact]
    public async Task Dispose_BeforeTheDueTime_NeverTicks()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);

        await grain.Stop();
        cluster.Clock.Advance(Due + Period);

        Assert.Equal(0, (await grain.Look()).Ticks);
    }

    [Fact]
    public async Task Change_BeforeTheDueTime_TakesTheNewOne()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);

        await grain.Change(Due * 2, Period);
        cluster.Clock.Advance(Due);
        Assert.Equal(0, (await grain.Look()).Ticks);
        cluster.Clock.Advance(Due);

        await grain.WhenTicks(1);
    }

    [Fact]
    public async Task Timer_ActivationEnds_TicksNoMore()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);

        await grain.End();
        Assert.Equal(0, (await grain.Look()).Ticks);
        cluster.Clock.Advance(Due + Period);

        Assert.Equal(0, (await grain.Look()).Ticks);
    }

    private static async Task<ITimerGrain> Armed(ConformanceCluster cluster, bool interleave = false)
    {
        var grain = cluster.Grains.GetGrain<ITimerGrain>(Guid.NewGuid().ToString());
        await grain.Start(Due, Period, interleave);
        return grain;
    }
}
