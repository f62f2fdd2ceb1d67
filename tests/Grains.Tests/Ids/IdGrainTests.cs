using Grainline.Ids;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Ids;

public sealed class IdGrainTests
{
    [Fact]
    public async Task Take_ByManyAtOnce_GivesEachIdOnceAndRising()
    {
        await using var host = await GrainHost.Start();

        var blocks = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => host.Grains.Ids().Take(50, CancellationToken.None)));

        Assert.Equal(2_000, blocks.SelectMany(block => block).Distinct().Count());
        Assert.All(blocks, block => Assert.Equal(block.Order(), block));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(IdGrains.MostAtOnce + 1)]
    public async Task Take_MoreOrLessThanThereAre_IsAnError(int count)
    {
        await using var host = await GrainHost.Start();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Grains.Ids().Take(count, CancellationToken.None));
    }
}
