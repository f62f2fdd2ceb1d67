using Grainline.Runtime.Tests.Hosting;

namespace Grainline.Runtime.Tests.Calls;

public sealed class CallTests
{
    [Fact]
    public async Task Call_EveryReturnShape_CarriesTheResult()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IEchoGrain>(Guid.NewGuid().ToString());

        Assert.Equal("a", await grain.Text("a"));
        Assert.Equal(6L, await grain.Sum(1, 2L, 3));
        await grain.Nothing();
        Assert.Equal(7, await grain.Value(7));
        await grain.NoValue();
        Assert.Equal("late", await grain.Late("late"));
    }

    [Fact]
    public async Task Call_MethodThrowsAtOnce_CallerGetsTypeAndMessage()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IEchoGrain>(Guid.NewGuid().ToString());

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("at once"));

        Assert.Equal("at once", thrown.Message);
        Assert.Contains(nameof(EchoGrain), thrown.StackTrace);
    }

    [Fact]
    public async Task Call_MethodThrowsAfterAnAwait_CallerGetsTypeAndMessage()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IEchoGrain>(Guid.NewGuid().ToString());

        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => grain.FailLate("later"));

        Assert.Equal("later", thrown.Message);
        Assert.Contains(nameof(EchoGrain.FailLate), thrown.StackTrace);
    }

    [Fact]
    public async Task Call_AfterAFailure_TheActivationServesOn()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IEchoGrain>(Guid.NewGuid().ToString());

        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("once"));

        Assert.Equal("still here", await grain.Text("still here"));
    }

    [Fact]
    public async Task Key_GrainAsksItself_GetsTheKeyItWasCalledBy()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var key = Guid.NewGuid().ToString();

        Assert.Equal(key, await cluster.Grains.GetGrain<IEchoGrain>(key).Key());
    }
}
