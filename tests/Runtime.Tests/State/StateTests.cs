using Grainline.Runtime.Tests.Hosting;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Grainline.Runtime.Tests.State;

public interface ICounterGrain : IGrainWithStringKey
{
    Task<int> Add(int amount);

    Task<int> Count();

    Task<(bool Exists, bool HasEtag, string Name)> Look();

    Task AddUnwritten(int amount);

    Task Clear();

    Task Reread();

    Task End();
}

public sealed class Counter
{
    public int Count { get; set; }
}

internal sealed class CounterGrain(
    [PersistentState("counter", "states")] IPersistentState<Counter> counter,
    [PersistentState("name", "states")] IPersistentState<string> name) : Grain, ICounterGrain
{
    private bool _existedOnActivation;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _existedOnActivation = counter.RecordExists;
        return Task.CompletedTask;
    }

    public async Task<int> Add(int amount)
    {
        counter.State.Count += amount;
        name.State = "n" + counter.State.Count;
        await counter.WriteStateAsync();
        await name.WriteStateAsync(CancellationToken.None);
        return counter.State.Count;
    }

    public Task<int> Count() => Task.FromResult(counter.State.Count);

    public Task<(bool Exists, bool HasEtag, string Name)> Look() => Task.FromResult((_existedOnActivation, counter.Etag is not null, name.State));

    public Task AddUnwritten(int amount)
    {
        counter.State.Count += amount;
        return Task.CompletedTask;
    }

    public Task Clear() => counter.ClearStateAsync();

    public Task Reread() => counter.ReadStateAsync();

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

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
        var storage = cluster.Storage("states");
        var other = new GrainState<Counter>();
        await storage.ReadStateAsync("counter", grain.GetGrainId(), other);
        other.State!.Count = 50;
        await storage.WriteStateAsync("counter", grain.GetGrainId(), other);

        var thrown = await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Add(1));

        Assert.NotEqual(thrown.StoredEtag, thrown.CurrentEtag);
        Assert.Equal(50, await grain.Count());
    }
}
