using System.Reflection;
using Grainline.Runtime.State;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Concurrency;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Grainline.Runtime.Activations;

/// <summary>What is known of a grain class: its name, its attributes, and a compiled constructor.</summary>
internal sealed class GrainClass
{
    private readonly ObjectFactory _construct;
    private readonly StateParameter[] _states;

    internal GrainClass(Type type, GrainCollectionOptions collection, TimeProvider time)
    {
        Type = type;
        GrainType = type.GetCustomAttribute<GrainTypeAttribute>() is { } named ? named.GetGrainType(null!, type) : GrainType.Create(NameOf(type));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        MaxWorkers = type.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxLocalWorkers;
        CollectionAge = AgeOf(type, collection) is { } age ? (long)(age.TotalSeconds * time.TimestampFrequency) : null;
        _states = StateParameter.Of(type);
        _construct = ActivatorUtilities.CreateFactory(type, [.. _states.Select(s => s.ServiceType)]);
    }

    internal Type Type { get; }

    internal GrainType GrainType { get; }

    internal bool IsReentrant { get; }

    /// <summary>The bound of activations per key of a stateless worker; null for ordinary grains.</summary>
    internal int? MaxWorkers { get; }

    /// <summary>Idle time in timestamp ticks after which an activation is collected; null for never.</summary>
    internal long? CollectionAge { get; }

    internal object Create(Activation activation) =>
        _construct(activation.ActivationServices, Array.ConvertAll(_states, s => (object?)s.Create(activation)));

    private static string NameOf(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        return name.EndsWith("grain", StringComparison.Ordinal) && name.Length > "grain".Length ? name[..^"grain".Length] : name;
    }

    private static TimeSpan? AgeOf(Type type, GrainCollectionOptions options)
    {
        if (type.IsDefined(typeof(KeepAliveAttribute)))
            return null;
        var age = type.GetCustomAttribute<CollectionAgeLimitAttribute>()?.AgeLimit
            ?? (options.ClassSpecificCollectionAge.TryGetValue(type.FullName ?? type.Name, out var own) ? own : options.CollectionAge);
        return age == Timeout.InfiniteTimeSpan ? null : age;
    }
}
