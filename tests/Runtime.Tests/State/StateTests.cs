using Grainline.Runtime.Tests.Hosting;
using Orleans;
using Orleans.Storage;

namespace Grainline.Runtime.Tests.State;

public sealed class StateTests
{
    [Fact]
    public async Task State_FirstActivation_IsFreshWithoutARecord()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<ICounterGrain>(Guid.NewGuid().ToString());

        var seen = await grain.Look();

        Assert.False(seen.Exists);
        Assert.False(seen.HasEtag);
        Assert.Equal(0, await grain.Count());
    }

    [Fact]
    public async Task Write_NextActivation_ReadsItBeforeOnActivate()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<ICounterGrain>(Guid.NewGuid().ToString());
        await grain.Add(3);
        await grain.AddUnwritten(100);
        await grain.End();

        var seen = await grain.Look();

        Assert.True(seen.Exists);
        Assert.True(seen.HasEtag);
        Assert.Equal("n3", seen.Name);
        Assert.Equal(3, await grain.Count());
    }

    [Fact]
    public async Task Read_AfterUnwrittenChange_ThrowsTheChangeAway()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<ICounterGrain>(Guid.NewGuid().ToString());
        await grain.Add(3);
        await grain.AddUnwritten(100);

        await grain.Reread();

        Assert.Equal(3, await grain.Count());
    }

    [Fact]
    public async Task Clear_AfterAWrite_ForgetsTheRecord()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<ICounterGrain>(Guid.NewGuid().ToString());
        await grain.Add(3);
        await grain.Clear();
        await grain.End();

        Assert.False((await grain.Look()).Exists);
        Assert.Equal(0, await grain.Count());
    }

    [Fact]
    public async Task Write_RecordChangedElsewhere_ThrowsAndEndsTheActivation()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var key = Guid.NewGuid().ToString();
        var grain = cluster.Grains.GetGrain<ICounterGrain>(key);
        await grain.Add(1);
        await OverwriteAsync(cluster, grain, 50);

        var thrown = await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Add(1));

        Assert.NotEqual(thrown.StoredEtag, thrown.CurrentEtag);
        Assert.Equal(50, await grain.Count());
    }

    [Fact]
    public async Task Write_RecordOfACalleeChangedElsewhere_EndsTheCalleeButNotItsCaller()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var caller = cluster.Grains.GetGrain<ICounterGrain>(Guid.NewGuid().ToString());
        var callee = cluster.Grains.GetGrain<ICounterGrain>(Guid.NewGuid().ToString());
        await caller.AddUnwritten(7);
        await callee.Add(1);
        await OverwriteAsync(cluster, callee, 50);

        await Assert.ThrowsAsync<InconsistentStateException>(() => caller.AddThrough(callee, 1));

        Assert.Equal(50, await callee.Count());
        Assert.Equal(7, await caller.Count());
    }

    private static async Task OverwriteAsync(ConformanceCluster cluster, ICounterGrain grain, int count)
    {
        var storage = cluster.Storage("states");
        var other = new GrainState<Counter>();
        await storage.ReadStateAsync("counter", grain.GetGrainId(), other);
        other.State!.Count = count;
        await storage.WriteStateAsync("counter", grain.GetGrainId(), other);
    }
}
