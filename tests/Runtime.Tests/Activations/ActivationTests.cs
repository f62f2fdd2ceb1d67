using Orleans;
using Orleans.Runtime;
using static Grainline.Runtime.Tests.Activations.LifeCluster;

namespace Grainline.Runtime.Tests.Activations;

public sealed class ActivationTests
{
    [Fact]
    public async Task DeactivateOnIdle_NextCall_MeetsANewActivation()
    {
        await using var cluster = await StartAsync();
        var grain = Grain<ILifeGrain>(cluster, out var key);

        Assert.Equal(1, await grain.ServeAndEnd());
        Assert.Equal(1, await grain.Serve());

        Assert.Equal([$"born {key}", $"died {key} {DeactivationReasonCode.ApplicationRequested}", $"born {key}"], Book(cluster).Events);
    }

    [Fact]
    public async Task Deactivation_CallsDuringIt_GoToTheNextActivation()
    {
        await using var cluster = await StartAsync();
        var grain = Grain<ILifeGrain>(cluster, out _);
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        Book(cluster).OnDeactivate = () =>
        {
            entered.TrySetResult();
            return release.Task;
        };
        await grain.Serve();
        await grain.End();
        await entered.Task;

        var waiting = Enumerable.Range(0, 10).Select(_ => grain.Serve()).ToArray();
        Assert.DoesNotContain(waiting, w => w.IsCompleted);
        release.SetResult();

        Assert.Equal(Enumerable.Range(1, 10), await Task.WhenAll(waiting));
    }

    [Fact]
    public async Task Deactivation_RacingWithThousandsOfCalls_LosesNoneAndNeverOverlaps()
    {
        await using var cluster = await StartAsync();
        var grain = Grain<ILifeGrain>(cluster, out _);
        var answered = 0;

        await Parallel.ForAsync(0, 10_000, async (i, _) =>
        {
            var served = await Insist(() => i % 7 == 0 ? grain.ServeAndEnd() : i % 11 == 0 ? EndAndServe() : grain.Serve());
            Assert.True(served > 0);
            Interlocked.Increment(ref answered);
        });

        Assert.Equal(10_000, answered);
        Assert.Equal(0, Book(cluster).Overlaps);

        async Task<int> EndAndServe()
        {
            await grain.End();
            return await grain.Serve();
        }

        // A call that met one ending activation after the other may be refused, unrun: its caller asks again.
        static async Task<int> Insist(Func<Task<int>> ask)
        {
            while (true)
            {
                try
                {
                    return await ask();
                }
                catch (OrleansMessageRejectionException)
                {
                    // Not run, so asked again.
                }
            }
        }
    }

    [Fact]
    public async Task Activation_ManyFirstCallsAtOnce_HappensOnce()
    {
        await using var cluster = await StartAsync();
        var key = Guid.NewGuid().ToString();

        await Parallel.ForAsync(0, 1000, async (_, _) => await cluster.Grains.GetGrain<ILifeGrain>(key).Serve());

        Assert.Equal(["born " + key], Book(cluster).Events);
    }

    [Fact]
    public async Task OnActivate_Throws_WaitingCallsGetItsExceptionAndTheNextTriesAnew()
    {
        await using var cluster = await StartAsync();
        var grain = Grain<ILifeGrain>(cluster, out _);
        Book(cluster).FailuresLeft = 1;

        var thrown = await Assert.ThrowsAsync<FormatException>(grain.Serve);

        Assert.Equal("not today", thrown.Message);
        Assert.Equal(1, await grain.Serve());
    }
}
