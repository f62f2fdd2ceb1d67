using Grainline.Runtime.Activations;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime;

/// <summary>The factory of references, for grains and for the rest of the process alike.</summary>
internal sealed class GrainFactory(GrainRuntime runtime, GrainClasses classes) : IClusterClient
{
    public IServiceProvider ServiceProvider => runtime.Services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithStringKey
    {
        if (string.IsNullOrWhiteSpace(primaryKey))
            throw new ArgumentException("A grain key is never empty.", nameof(primaryKey));
        return Create<TGrainInterface>(IdSpan.Create(primaryKey), grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithIntegerKey =>
        Create<TGrainInterface>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithGuidKey =>
        Create<TGrainInterface>(GrainIdKeyExtensions.CreateGuidKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable =>
        runtime.References.Create<TGrainInterface>(grainId);

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver
    {
        if (!typeof(TGrainObserverInterface).IsInterface)
            throw new ArgumentException($"The provided type parameter must be an interface. '{typeof(TGrainObserverInterface)}' is not an interface.");
        if (obj is not TGrainObserverInterface)
            throw new ArgumentException($"The provided object must implement '{typeof(TGrainObserverInterface)}'.", nameof(obj));
        if (obj is GrainReference)
            throw new ArgumentException("The provided object is already a reference.", nameof(obj));
        if (obj is IGrainBase)
            throw new ArgumentException("The provided object is a grain; use its own reference.", nameof(obj));
        return runtime.References.Create<TGrainObserverInterface>(runtime.Observers.Register(obj));
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not GrainReference reference)
            throw new ArgumentException("The provided object is not a reference.", nameof(obj));
        runtime.Observers.Remove(reference.GrainId);
    }

    private TGrainInterface Create<TGrainInterface>(IdSpan key, string? prefix) =>
        runtime.References.Create<TGrainInterface>(new GrainId(classes.Get(typeof(TGrainInterface), prefix).GrainType, key));
}
