using Grainline.Runtime.Tests.Activations;
using Grainline.Runtime.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Grainline.Runtime.Tests.Silos;

public interface IScopedGrain : IGrainWithStringKey
{
    Task<bool> OwnsItsScope();

    Task<bool> KnowsItsContext();

    Task<Task> End();
}

/// <summary>A service that lives as long as the activation.</summary>
public sealed class Scoped : IDisposable
{
    public TaskCompletionSource Disposed { get; } = new();

    public void Dispose() => Disposed.SetResult();
}

internal sealed class ScopedGrain(Scoped scoped, IServiceProvider services, IGrainContextAccessor accessor) : Grain, IScopedGrain
{
    public Task<bool> OwnsItsScope() =>
        Task.FromResult(ReferenceEquals(scoped, services.GetRequiredService<Scoped>()) && ReferenceEquals(scoped, ServiceProvider.GetRequiredService<Scoped>()));

    public Task<bool> KnowsItsContext() => Task.FromResult(ReferenceEquals(accessor.GrainContext, GrainContext) && ReferenceEquals(GrainContext.GrainInstance, this));

    public Task<Task> End()
    {
        DeactivateOnIdle();
        return Task.FromResult(scoped.Disposed.Task);
    }
}

public interface IHomelessGrain : IGrainWithStringKey
{
    Task Nothing();
}

internal sealed class HomelessGrain([PersistentState("state", "no such storage")] IPersistentState<string> state) : Grain, IHomelessGrain
{
    public Task Nothing() => state.WriteStateAsync();
}

public sealed class SiloTests
{
    [Fact]
    public async Task Services_OfAnActivation_AreItsOwnScopeAndEndWithIt()
    {
        await using var cluster = await StartAsync();
        var grain = cluster.Grains.GetGrain<IScopedGrain>(Guid.NewGuid().ToString());

        Assert.True(await grain.OwnsItsScope());
        Assert.True(await grain.KnowsItsContext());

        await await grain.End();
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

        var thrown = await Assert.ThrowsAsync<BadProviderConfigException>(() => cluster.Grains.GetGrain<IHomelessGrain>("x").Nothing());

        Assert.Contains("no such storage", thrown.Message);
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
        silo.Services.AddSingleton<LifeBook>();
    });
}
