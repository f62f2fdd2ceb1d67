using System.Collections.Concurrent;
using Grainline.Runtime.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Concurrency;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Grainline.Runtime.Tests.Activations;

/// <summary>What the life grains of one silo have been through.</summary>
public sealed class LifeBook
{
    private readonly ConcurrentDictionary<string, int> _alive = new();
    private int _failures;

    public ConcurrentQueue<string> Events { get; } = new();

    public int Overlaps { get; private set; }

    public Func<Task>? OnDeactivate { get; set; }

    public int FailuresLeft { get => _failures; set => _failures = value; }

    public void Born(string key)
    {
        Events.Enqueue("born " + key);
        if (_alive.AddOrUpdate(key, 1, static (_, n) => n + 1) > 1)
            Overlaps++;
    }

    public void Died(string key, DeactivationReasonCode reason)
    {
        Events.Enqueue($"died {key} {reason}");
        _alive.AddOrUpdate(key, 0, static (_, n) => n - 1);
    }

    public bool MustFail() => Interlocked.Decrement(ref _failures) >= 0;
}

public interface ILifeGrain : IGrainWithStringKey
{
    Task<int> Serve();

    Task<int> ServeAndEnd();

    [AlwaysInterleave]
    Task End();

    Task Delay(TimeSpan span);
}

internal class LifeGrain(LifeBook book) : Grain, ILifeGrain
{
    private int _served;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (book.MustFail())
            throw new FormatException("not today");
        book.Born(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (book.OnDeactivate is { } hook)
            await hook();
        book.Died(this.GetPrimaryKeyString(), reason.ReasonCode);
    }

    public async Task<int> Serve()
    {
        await Task.Yield();
        return ++_served;
    }

    public Task<int> ServeAndEnd()
    {
        DeactivateOnIdle();
        return Task.FromResult(++_served);
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Delay(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }
}

public interface IKeptGrain : ILifeGrain;

[KeepAlive]
internal sealed class KeptGrain(LifeBook book) : LifeGrain(book), IKeptGrain;

public interface IShortGrain : ILifeGrain;

[CollectionAgeLimit(Minutes = 2)]
internal sealed class ShortGrain(LifeBook book) : LifeGrain(book), IShortGrain;

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
            var served = i % 7 == 0 ? await grain.ServeAndEnd() : i % 11 == 0 ? await EndAndServe() : await grain.Serve();
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

    [Fact]
    public async Task Collection_IdleForItsAge_Deactivates()
    {
        await using var cluster = await StartAsync();
        var grain = Grain<ILifeGrain>(cluster, out var key);
        await grain.Serve();
        await AdvanceAsync(cluster, minutes: 18, expected: 2);

        Assert.Equal([$"born {key}", $"died {key} {DeactivationReasonCode.ActivationIdle}"], Book(cluster).Events);
    }

    [Fact]
    public async Task Collection_UsedMeanwhile_Spares()
    {
        await using var cluster = await StartAsync();
        var used = Grain<ILifeGrain>(cluster, out var usedKey);
        var idle = Grain<ILifeGrain>(cluster, out var idleKey);
        await used.Serve();
        await idle.Serve();
        await AdvanceAsync(cluster, minutes: 10, expected: 2);
        await used.Serve();
        await AdvanceAsync(cluster, minutes: 8, expected: 3);

        Assert.Contains($"died {idleKey} {DeactivationReasonCode.ActivationIdle}", Book(cluster).Events);
        Assert.DoesNotContain($"died {usedKey} {DeactivationReasonCode.ActivationIdle}", Book(cluster).Events);
    }

    [Fact]
    public async Task Collection_KeepAliveDelayedAndOwnAge_AreRespected()
    {
        await using var cluster = await StartAsync();
        var kept = Grain<IKeptGrain>(cluster, out var keptKey);
        var delayed = Grain<ILifeGrain>(cluster, out var delayedKey);
        var brief = Grain<IShortGrain>(cluster, out var briefKey);
        await kept.Serve();
        await delayed.Delay(TimeSpan.FromHours(2));
        await brief.Serve();
        await AdvanceAsync(cluster, minutes: 60, expected: 4);

        Assert.Contains($"died {briefKey} {DeactivationReasonCode.ActivationIdle}", Book(cluster).Events);
        Assert.DoesNotContain(Book(cluster).Events, e => e.StartsWith("died " + keptKey) || e.StartsWith("died " + delayedKey));
    }

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

    private static Task<ConformanceCluster> StartAsync() => ConformanceCluster.StartAsync(static silo =>
    {
        silo.Services.AddSingleton<LifeBook>();
        silo.Configure<GrainCollectionOptions>(o => o.DeactivationTimeout = TimeSpan.FromSeconds(30));
    });

    private static LifeBook Book(ConformanceCluster cluster) => cluster.Services.GetRequiredService<LifeBook>();

    private static T Grain<T>(ConformanceCluster cluster, out string key) where T : ILifeGrain => cluster.Grains.GetGrain<T>(key = Guid.NewGuid().ToString());

    // Sweeps happen on the advancing thread; the deactivations they start run on the pool, so wait until as many events have come as must.
    private static async Task AdvanceAsync(ConformanceCluster cluster, int minutes, int expected)
    {
        for (var i = 0; i < minutes; i++)
            cluster.Clock.Advance(TimeSpan.FromMinutes(1));
        while (Book(cluster).Events.Count < expected)
            await Task.Yield();
    }
}
