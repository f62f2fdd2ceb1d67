using Orleans;
using static Grainline.Runtime.Tests.Activations.LifeCluster;

namespace Grainline.Runtime.Tests.Activations;

public sealed class StopTests
{
    [Fact]
    public async Task Stop_ActiveGrains_AllDeactivate()
    {
        var cluster = await StartAsync();
        var book = Book(cluster);
        for (var i = 0; i < 100; i++)
            await Grain<ILifeGrain>(cluster, out _).Serve();

        await cluster.DisposeAsync();

        Assert.Equal(100, book.Events.Count(e => e.EndsWith(nameof(DeactivationReasonCode.ShuttingDown))));
    }

    [Fact]
    public async Task Stop_GrainHangsInDeactivation_IsBounded()
    {
        var cluster = await StartAsync();
        var entered = new TaskCompletionSource();
        Book(cluster).OnDeactivate = () =>
        {
            entered.TrySetResult();
            return new TaskCompletionSource().Task;
        };
        await Grain<ILifeGrain>(cluster, out _).Serve();

        var stopping = cluster.StopAsync();
        await entered.Task;
        cluster.Clock.Advance(TimeSpan.FromSeconds(40));

        await stopping;
    }
}
