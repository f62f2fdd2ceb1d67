using System.Runtime.CompilerServices;
using Grainline.Runtime.Tests.Hosting;

namespace Grainline.Runtime.Tests.Observers;

public sealed class ObserverTests
{
    [Fact]
    public async Task Tell_ManyVoidCalls_ArriveInOrder()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var listener = new Listener(expected: 1000);
        var reference = cluster.Grains.CreateObjectReference<IListener>(listener);

        await Teller(cluster).Tell(reference, 1000);
        await listener.All;

        Assert.Equal(Enumerable.Range(0, 1000), listener.Numbers);
    }

    [Fact]
    public async Task Hear_ObserverReturnsATask_TheGrainAwaitsIt()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var listener = new Listener { Hold = new() };
        var reference = cluster.Grains.CreateObjectReference<IListener>(listener);

        var hearing = Teller(cluster).Hear(reference, 5);
        await listener.Entered.Task;
        Assert.False(hearing.IsCompleted);
        listener.Hold.SetResult();
        await hearing;

        Assert.Equal([5], listener.Numbers);
    }

    [Fact]
    public async Task Ask_ObserverReturnsAValue_TheGrainGetsIt()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var listener = new Listener();

        Assert.Equal(42, await Teller(cluster).Ask(cluster.Grains.CreateObjectReference<IListener>(listener), 21));
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task Hear_ObserverThrows_TheGrainGetsTheException()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var listener = new Listener();

        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => Teller(cluster).Hear(cluster.Grains.CreateObjectReference<IListener>(listener), -1));

        Assert.Equal("unheard of", thrown.Message);
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task Hear_TwoGrainsAtOnce_OneCallAtATime()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var listener = new Listener(expected: 2) { Hold = new() };
        var reference = cluster.Grains.CreateObjectReference<IListener>(listener);

        var both = Task.WhenAll(Teller(cluster).Hear(reference, 1), Teller(cluster).Hear(reference, 2));
        await listener.Entered.Task;
        await reference.Urgent();
        await both;

        Assert.False(listener.Overlapped);
        Assert.Equal(2, listener.Numbers.Count);
    }

    [Fact]
    public async Task Hear_ReferenceDeleted_TheCallerTimesOut()
    {
        await using var cluster = await ConformanceCluster.StartImpatientAsync();
        var listener = new Listener();
        var reference = cluster.Grains.CreateObjectReference<IListener>(listener);
        cluster.Grains.DeleteObjectReference<IListener>(reference);

        var hearing = reference.Heard(1);
        await cluster.PassTimeout();

        await Assert.ThrowsAsync<TimeoutException>(() => hearing);
        Assert.Empty(listener.Numbers);
    }

    [Fact]
    public async Task Hear_ObjectCollected_TheCallerTimesOut()
    {
        await using var cluster = await ConformanceCluster.StartImpatientAsync();
        var reference = Abandoned(cluster);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        var hearing = reference.Heard(1);
        await cluster.PassTimeout();

        await Assert.ThrowsAsync<TimeoutException>(() => hearing);
    }

    [Fact]
    public async Task Reference_PassedTwice_IsEqualToItself()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var listener = new Listener();
        var first = cluster.Grains.CreateObjectReference<IListener>(listener);
        var second = cluster.Grains.CreateObjectReference<IListener>(listener);

        Assert.True(await Teller(cluster).IsSame(first, first));
        Assert.False(await Teller(cluster).IsSame(first, second));
    }

    [Fact]
    public async Task CreateObjectReference_OfAReference_IsRefused()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var reference = cluster.Grains.CreateObjectReference<IListener>(new Listener());

        Assert.Throws<ArgumentException>(() => cluster.Grains.CreateObjectReference<IListener>(reference));
    }

    [Fact]
    public async Task DeleteObjectReference_OfTheObjectItself_IsRefused()
    {
        await using var cluster = await ConformanceCluster.StartAsync();

        Assert.Throws<ArgumentException>(() => cluster.Grains.DeleteObjectReference<IListener>(new Listener()));
    }

    private static ITellerGrain Teller(ConformanceCluster cluster) => cluster.Grains.GetGrain<ITellerGrain>(Guid.NewGuid().ToString());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IListener Abandoned(ConformanceCluster cluster) => cluster.Grains.CreateObjectReference<IListener>(new Listener());
}
