using Grainline.Gateway.Ids;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Testing;

namespace Grainline.Gateway.Tests.Ids;

public sealed class IdStockTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task NextAsync_OfTwoGatewaysAtOnce_GivesEachIdOnce()
    {
        using var one = new IdStock(host.Grains, TimeProvider.System);
        using var other = new IdStock(host.Grains, TimeProvider.System);

        var ids = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => (i % 2 == 0 ? one : other).NextAsync(CancellationToken.None).AsTask()));

        Assert.Equal(500, ids.Distinct().Count());
    }

    [Fact]
    public async Task NextAsync_AfterAPause_ThrowsTheRestOfTheBlockAway()
    {
        var clock = new ManualTimeProvider();
        using var stock = new IdStock(host.Grains, clock);
        var first = await stock.NextAsync(CancellationToken.None);
        // What was given meanwhile lies between the rest of the old block and the new one.
        using var meanwhile = new IdStock(host.Grains, clock);
        var between = await meanwhile.NextAsync(CancellationToken.None);

        Assert.True((await stock.NextAsync(CancellationToken.None)).Value < between.Value);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.True((await stock.NextAsync(CancellationToken.None)).Value > between.Value);
        Assert.True(first.Value < between.Value);
    }
}
