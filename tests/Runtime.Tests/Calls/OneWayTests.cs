using Grainline.Runtime.Tests.Hosting;

namespace Grainline.Runtime.Tests.Calls;

public sealed class OneWayTests
{
    [Fact]
    public async Task OneWay_CalleeIsSlow_CallerGoesOnAtOnce()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IPatienceGrain>(Guid.NewGuid().ToString());

        await grain.Post("posted");
        Assert.Empty(await grain.Heard());
        await grain.Release();
        await grain.WhenHeard(1);

        Assert.Equal(["posted"], await grain.Heard());
    }

    [Fact]
    public async Task OneWay_CalleeFails_IsLoggedAndReachesNobody()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IPatienceGrain>(Guid.NewGuid().ToString());

        await grain.PostAndFail("unheard");

        await cluster.Logs.WhenLogged("unheard");
        Assert.Empty(await grain.Heard());
    }
}
