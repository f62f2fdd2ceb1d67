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
}
