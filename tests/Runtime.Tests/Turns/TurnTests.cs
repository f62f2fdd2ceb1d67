using System.Collections.Concurrent;
using Grainline.Runtime.Tests.Hosting;

namespace Grainline.Runtime.Tests.Turns;

public sealed class TurnTests
{
    [Fact]
    public async Task Call_WhileAnotherIsAwaiting_WaitsForIt()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain<ITurnGrain>(cluster);
        var first = grain.Enter("first");
        await grain.WhenEntered("first");
        var second = grain.Enter("second");

        Assert.Equal(["first"], await grain.Entered());
        await grain.Release("first");
        await first;
        await grain.WhenEntered("second");

        Assert.Equal(["first", "second"], await grain.Entered());
        await grain.Release("second");
        await second;
    }

    [Fact]
    public async Task Calls_ManyWaiting_RunInOrderOfArrival()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain<ITurnGrain>(cluster);
        var names = Enumerable.Range(0, 200).Select(i => i.ToString()).ToArray();
        foreach (var name in names)
            await grain.Release(name);

        await Task.WhenAll(names.Select(grain.Enter));

        Assert.Equal(names, await grain.Entered());
    }

    [Fact]
    public async Task ReadOnlyCalls_Interleave_ButNotWithAWriter()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain<ITurnGrain>(cluster);
        var readers = Task.WhenAll(grain.Read("r1"), grain.Read("r2"));
        await grain.WhenEntered("r1");
        await grain.WhenEntered("r2");
        var writer = grain.Enter("w");

        Assert.DoesNotContain("w", await grain.Entered());
        await grain.Release("r1");
        await grain.Release("r2");
        await readers;
        await grain.WhenEntered("w");
        var late = grain.Read("r3");
        Assert.DoesNotContain("r3", await grain.Entered());
        await grain.Release("w");
        await grain.Release("r3");
        await Task.WhenAll(writer, late);
    }

    [Fact]
    public async Task ReadOnlyCall_WriterWaitsBehindAReader_PassesTheWriter()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain<ITurnGrain>(cluster);
        var first = grain.Read("r1");
        await grain.WhenEntered("r1");
        var writer = grain.Enter("w");
        var second = grain.Read("r2");

        await grain.WhenEntered("r2");
        Assert.DoesNotContain("w", await grain.Entered());
        foreach (var name in (string[])["r1", "r2", "w"])
            await grain.Release(name);

        await Task.WhenAll(first, second, writer);
    }

    [Fact]
    public async Task ReentrantGrain_CallsInterleave()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain<IReentrantTurnGrain>(cluster);
        var both = Task.WhenAll(grain.Enter("a"), grain.Enter("b"));

        await grain.WhenEntered("a");
        await grain.WhenEntered("b");
        await grain.Release("b");
        await grain.Release("a");

        await both;
    }

    [Fact]
    public async Task Await_InsideAGrain_ComesBackToTheActivation()
    {
        await using var cluster = await ConformanceCluster.StartAsync();

        Assert.True(await Grain<ITurnGrain>(cluster).KeepsSchedulerAcrossAwaits());
    }

    [Fact]
    public async Task Turns_OfAReentrantGrain_NeverRunInParallel()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = Grain<IReentrantTurnGrain>(cluster);

        var counts = new ConcurrentBag<int>();
        await Parallel.ForAsync(0, 50, async (_, _) => counts.Add(await grain.CountRacing(1000)));

        Assert.Equal(50_000, counts.Max());
    }

    private static T Grain<T>(ConformanceCluster cluster) where T : ITurnGrain => cluster.Grains.GetGrain<T>(Guid.NewGuid().ToString());
}
