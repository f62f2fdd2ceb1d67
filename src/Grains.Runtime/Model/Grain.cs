using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Grainline.Runtime.Activations;
using Orleans.Runtime;

namespace Orleans;

/// <summary>What the runtime needs of a grain class.</summary>
public interface IGrainBase
{
    IGrainContext GrainContext { get; }

    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}

/// <summary>Base of all grain classes. Instances are made by the runtime only.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    private IGrainFactory? _factory;

    protected Grain() => GrainContext = Activation.UnderConstruction;

    protected Grain(IGrainContext grainContext) => GrainContext = grainContext;

    /// <summary>The activation; null only for an object that the runtime did not make.</summary>
    [AllowNull]
    public IGrainContext GrainContext { get; }

    public GrainReference GrainReference => GrainContext.GrainReference;

    public string IdentityString => GrainContext.GrainId.ToString();

    protected IGrainFactory GrainFactory => _factory ??= ServiceProvider.GetRequiredService<IGrainFactory>();

    protected internal IServiceProvider ServiceProvider => RequireContext().ActivationServices;

    /// <summary>Runs before the first call. If it throws, the waiting calls fail with its exception and the next call tries a new activation.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call of this activation; not after a crash of the process.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation after the calls that are running; later calls go to the next one.</summary>
    protected void DeactivateOnIdle() => ((IGrainBase)this).DeactivateOnIdle();

    /// <summary>Ends this activation after the calls that are running and goes on as a new one, to which it may hand something.</summary>
    protected void MigrateOnIdle() => ((IGrainBase)this).MigrateOnIdle();

    /// <summary>Keeps the idle activation at least this long; a negative span withdraws it.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => Activation.Of(RequireContext()).DelayDeactivation(timeSpan);

    private IGrainContext RequireContext() => GrainContext
        ?? throw new InvalidOperationException("The grain was created outside of the runtime, which makes and owns all grains.");
}
