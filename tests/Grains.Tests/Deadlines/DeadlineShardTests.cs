using System.Collections.Concurrent;
using Grainline.Deadlines;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Deadlines;

public sealed class DeadlineShardTests
{
    [Fact]
    public async Task Set_ManyAtOnceOnAShardThatNobodyHasWritten_KeepsThemAll()
    {
        await using var host = await GrainHost.Start();
        foreach (var shard in Enumerable.Range(0, DeadlineGrains.Shards))
        {
            var grain = host.Grains.DeadlineShard(shard);
            var due = host.Clock.GetUtcNow() + TimeSpan.FromHours(1);
            await Task.WhenAll(Enumerable.Range(0, 500).Select(async i =>
            {
                await Task.Yield();
                await grain.Set(new(DeadlineTargetKind.Conversation, $"acme/s{shard}-{i}", "queue", "", due));
            }));
            Assert.Equal(500, await grain.Count());
        }
    }

    [Fact]
    public async Task Due_ManyAtOneInstant_AreAllToldOnceAndClearedForGood()
    {
        await using var host = await GrainHost.Start();
        var told = new ConcurrentBag<string>();
        host.BeforeCall = call =>
        {
            if (call.InterfaceMethod.Name == nameof(IDeadlineTarget.Due))
                told.Add(call.TargetContext.GrainId.ToString());
            return Task.CompletedTask;
        };
        var due = host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        await Task.WhenAll(Enumerable.Range(0, 800).Select(i => host.Grains.DeadlineShard(3).Set(new(DeadlineTargetKind.Conversation, $"acme/c{i}", "queue", "", due))));
        await host.Grains.DeadlineShard(3).Set(new(DeadlineTargetKind.Conversation, "acme/later", "queue", "", due + TimeSpan.FromDays(1)));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.Becomes(
            () =>
            {
                // There are more than ring at once: each portion's timer needs the time to go on.
                host.Clock.Advance(TimeSpan.FromMilliseconds(10));
                return host.Grains.DeadlineShard(3).Count();
            },
            count => count == 1);
        await host.Restart();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await host.Grains.DeadlineShard(3).Count());
        Assert.Equal((800, 800), (told.Count, told.Distinct().Count()));
    }

    [Fact]
    public async Task Set_WhileItRings_StandsWhateverTheTargetAnswers()
    {
        await using var host = await GrainHost.Start();
        var (ringing, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.AfterCall = call =>
        {
            if (call.InterfaceMethod.Name != nameof(IDeadlineTarget.Due))
                return Task.CompletedTask;
            ringing.TrySetResult();
            return go.Task;
        };
        var shard = host.Grains.DeadlineShard(5);
        var first = new Deadline(DeadlineTargetKind.Conversation, "acme/c", "queue", "", host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await shard.Set(first);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await ringing.Task;
        await shard.Set(first with { DueAt = first.DueAt + TimeSpan.FromDays(1) });
        go.SetResult();
        await Eventually.Becomes(() => shard.Count(), count => count == 1);
        await host.Restart();
        Assert.Equal(1, await host.Grains.DeadlineShard(5).Count());
    }
}
