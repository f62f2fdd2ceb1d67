using Grainline.Runtime.Tests.Hosting;
using Orleans;
using static Grainline.Runtime.Tests.Activations.LifeCluster;

namespace Grainline.Runtime.Tests.Activations;

public sealed class CollectionTests
{
    [Fact]
    public async Task Collection_IdleForItsAge_Deactivates()
    {
        Assert.SkipWhen(SiloSetup.WhyNoCollection is not null, SiloSetup.WhyNoCollection ?? "");
        await using var cluster = await StartAsync();
        var grain = Grain<ILifeGrain>(cluster, out var key);
        await grain.Serve();
        await AdvanceAsync(cluster, minutes: 18, expected: 2);

        Assert.Equal([$"born {key}", $"died {key} {DeactivationReasonCode.ActivationIdle}"], Book(cluster).Events);
    }

    [Fact]
    public async Task Collection_UsedMeanwhile_Spares()
    {
        Assert.SkipWhen(SiloSetup.WhyNoCollection is not null, SiloSetup.WhyNoCollection ?? "");
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
        Assert.SkipWhen(SiloSetup.WhyNoCollection is not null, SiloSetup.WhyNoCollection ?? "");
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

    // Sweeps happen on the advancing thread; the deactivations they start run on the pool, so wait until as many events have come as must.
    private static async Task AdvanceAsync(ConformanceCluster cluster, int minutes, int expected)
    {
        for (var i = 0; i < minutes; i++)
            cluster.Clock.Advance(TimeSpan.FromMinutes(1));
        while (Book(cluster).Events.Count < expected)
            await Task.Yield();
    }
}
