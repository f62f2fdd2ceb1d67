using Grainline.Runtime.Tests.Hosting;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.Context;

public sealed class RequestContextTests
{
    [Fact]
    public async Task Set_BeforeACall_FlowsDownThroughEveryCall()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        RequestContext.Set("trace", "t1");

        Assert.Equal("t1", await Grain(cluster).Read("trace"));
        Assert.Equal("t1", await Grain(cluster).ReadThrough(Grain(cluster), "trace"));
    }

    [Fact]
    public async Task Set_InACallee_NeverFlowsBack()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        RequestContext.Set("trace", "mine");
        var grain = Grain(cluster);
        await grain.Read("trace");

        Assert.Equal("theirs", await grain.ChangeAndRead("trace", "theirs"));
        Assert.Equal("mine", RequestContext.Get("trace"));
        Assert.Equal("mine", await grain.LetOtherChange(Grain(cluster), "trace"));
    }

    [Fact]
    public async Task Set_BeforeAOneWayCall_FlowsDown()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain(cluster);
        RequestContext.Set("trace", "one way");

        await grain.Keep("trace");
        RequestContext.Set("trace", "changed after the call");

        Assert.Equal("one way", await grain.Kept());
    }

    [Fact]
    public async Task Remove_BeforeACall_LeavesNothingToFlow()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        RequestContext.Set("trace", "t1");
        Assert.True(RequestContext.Remove("trace"));
        Assert.False(RequestContext.Remove("trace"));

        Assert.Null(await Grain(cluster).Read("trace"));
    }

    [Fact]
    public async Task AmbientState_OfTheCaller_StaysOutsideTheGrain()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain(cluster);
        await grain.SeesAmbient();
        ContextGrain.Ambient.Value = "caller's own";

        Assert.False(await grain.SeesAmbient());
        Assert.Equal("caller's own", ContextGrain.Ambient.Value);
    }

    private static IContextGrain Grain(ConformanceCluster cluster) => cluster.Grains.GetGrain<IContextGrain>(Guid.NewGuid().ToString());
}
