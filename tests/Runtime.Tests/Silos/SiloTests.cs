using Grainline.Runtime.Tests.Activations;
using Grainline.Runtime.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Grainline.Runtime.Tests.Silos;

public sealed class SiloTests
{
    [Fact]
    public async Task Services_OfAnActivation_AreItsOwnScopeAndEndWithIt()
    {
        await using var cluster = await StartAsync();
        var grain = cluster.Grains.GetGrain<IScopedGrain>(Guid.NewGuid().ToString());

        Assert.True(await grain.OwnsItsScope());
        Assert.True(await grain.KnowsItsContext());

        await grain.End();
        await cluster.Services.GetRequiredService<ScopeBook>().Disposed.Task;
    }

    [Fact]
    public async Task Client_AndFactory_AreRegistered()
    {
        await using var cluster = await StartAsync();

        var client = cluster.Services.GetRequiredService<IClusterClient>();

        Assert.True(await client.GetGrain<IScopedGrain>("by client").OwnsItsScope());
        Assert.NotNull(client.ServiceProvider.GetService<IGrainFactory>());
    }

    [Fact]
    public async Task State_NamesAStorageThatIsNotThere_FailsTheCall()
    {
        await using var cluster = await StartAsync();

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => cluster.Grains.GetGrain<IHomelessGrain>("x").Nothing());

        // The reason may come wrapped in a failure to construct the grain.
        Assert.Contains("no such storage", Assert.IsType<BadProviderConfigException>(thrown.GetBaseException()).Message);
    }

    [Fact]
    public async Task Call_AfterTheStop_IsRefused()
    {
        await using var cluster = await StartAsync();
        var grain = cluster.Grains.GetGrain<IScopedGrain>(Guid.NewGuid().ToString());
        await grain.OwnsItsScope();

        await cluster.StopAsync();

        await Assert.ThrowsAsync<SiloUnavailableException>(grain.OwnsItsScope);
    }

    private static Task<ConformanceCluster> StartAsync() => ConformanceCluster.StartAsync(static silo =>
    {
        silo.Services.AddScoped<Scoped>();
        silo.Services.AddSingleton<ScopeBook>();
        silo.Services.AddSingleton<LifeBook>();
    });
}
