using Grainline.Runtime.Tests.Hosting;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.References;

public sealed class ReferenceTests
{
    [Fact]
    public async Task References_SameIdentity_AreEqual()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var first = cluster.Grains.GetGrain<IReferenceGrain>("same");
        var second = cluster.Grains.GetGrain<IReferenceGrain>("same");
        var other = cluster.Grains.GetGrain<IReferenceGrain>("other");

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, other);
        Assert.Equal(first.GetGrainId(), GrainId.Parse(second.GetGrainId().ToString()));
    }

    [Fact]
    public async Task Reference_AsResultAndArgument_LeadsToTheGrain()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IReferenceGrain>("itself");

        var self = await grain.Self();

        Assert.Equal(grain, self);
        Assert.Equal("itself", await self.Name());
        Assert.Equal("itself", await cluster.Grains.GetGrain<IReferenceGrain>("asker").NameOf(self));
    }

    [Fact]
    public async Task Grain_PassesItself_ArrivesAsAReference()
    {
        await using var cluster = await ConformanceCluster.StartAsync();

        Assert.Equal("a reference", await cluster.Grains.GetGrain<IReferenceGrain>("one").PassSelfTo(cluster.Grains.GetGrain<IReferenceGrain>("two")));
    }

    [Fact]
    public async Task Reference_InheritedAndOverloadedMethods_AreCallable()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IReferenceGrain>("n");

        Assert.Equal("n", await ((INamedGrain)grain).Name());
        Assert.Equal("n7", await grain.Name(7));
    }

    [Fact]
    public async Task Keys_OfAllKinds_ComeBack()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var guid = Guid.NewGuid();

        Assert.Equal(guid, cluster.Grains.GetGrain<Workers.IMeetingGrain>(guid).GetPrimaryKey());
        Assert.Equal(-5, cluster.Grains.GetGrain<Workers.IWorkerGrain>(-5).GetPrimaryKeyLong());
        Assert.Equal("a/b c", cluster.Grains.GetGrain<IReferenceGrain>("a/b c").GetPrimaryKeyString());
    }

    [Fact]
    public async Task InternalInterface_WithInternalTypes_IsCallable()
    {
        await using var cluster = await ConformanceCluster.StartAsync();

        Assert.Equal(new Secret("psst 3"), await cluster.Grains.GetGrain<ISecretGrain>(3).Tell(new("psst")));
    }

    [Fact]
    public async Task GetGrain_NobodyImplementsTheInterface_IsRefused()
    {
        await using var cluster = await ConformanceCluster.StartAsync();

        Assert.Throws<ArgumentException>(() => cluster.Grains.GetGrain<INobodysGrain>("x"));
    }

    [Fact]
    public async Task GetGrain_SeveralImplementTheInterface_NeedsAPrefix()
    {
        await using var cluster = await ConformanceCluster.StartAsync();

        Assert.Throws<ArgumentException>(() => cluster.Grains.GetGrain<ISharedGrain>("x"));
        Assert.Equal("left", await cluster.Grains.GetGrain<ISharedGrain>("x", typeof(LeftGrain).FullName).Side());
        Assert.Equal("right", await cluster.Grains.GetGrain<ISharedGrain>("x", typeof(RightGrain).FullName).Side());
    }
}
