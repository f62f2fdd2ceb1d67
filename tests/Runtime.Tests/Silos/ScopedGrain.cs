using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.Silos;

public interface IScopedGrain : IGrainWithStringKey
{
    Task<bool> OwnsItsScope();

    Task<bool> KnowsItsContext();

    Task End();
}

/// <summary>A service that lives as long as the activation.</summary>
public sealed class Scoped(ScopeBook book) : IDisposable
{
    public void Dispose() => book.Disposed.SetResult();
}

public sealed class ScopeBook
{
    public TaskCompletionSource Disposed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal sealed class ScopedGrain(Scoped scoped, IServiceProvider services, IGrainContextAccessor accessor) : Grain, IScopedGrain
{
    public Task<bool> OwnsItsScope() =>
        Task.FromResult(ReferenceEquals(scoped, services.GetRequiredService<Scoped>())
            && ReferenceEquals(scoped, ServiceProvider.GetRequiredService<Scoped>()));

    public Task<bool> KnowsItsContext() =>
        Task.FromResult(ReferenceEquals(accessor.GrainContext, GrainContext) && ReferenceEquals(GrainContext.GrainInstance, this));

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
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
