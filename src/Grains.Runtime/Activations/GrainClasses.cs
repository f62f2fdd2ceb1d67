using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Grainline.Runtime.Activations;

/// <summary>All grain classes of the process, found by identity and by interface.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<GrainType, GrainClass> _byType = [];
    private readonly ConcurrentDictionary<Type, GrainClass> _byInterface = new();

    public GrainClasses(IOptions<GrainTypeOptions> types, IOptions<GrainCollectionOptions> collection, TimeProvider time)
    {
        foreach (var type in types.Value.Classes)
        {
            var grainClass = new GrainClass(type, collection.Value, time);
            if (!_byType.TryAdd(grainClass.GrainType, grainClass))
                throw new OrleansConfigurationException(
                    $"{type} and {_byType[grainClass.GrainType].Type} have the same grain type '{grainClass.GrainType}'; name one with [GrainType].");
        }
        AnyFilters = _byType.Values.Any(c => c.Type.IsAssignableTo(typeof(IIncomingGrainCallFilter)));
    }

    /// <summary>Whether some grain class filters its own calls.</summary>
    internal bool AnyFilters { get; }

    internal GrainClass Get(GrainType type) => _byType.TryGetValue(type, out var found)
        ? found
        : throw new ArgumentException($"Could not find an implementation for grain type '{type}'.");

    internal GrainClass Get(Type interfaceType, string? prefix) =>
        prefix is null ? _byInterface.GetOrAdd(interfaceType, t => Choose(t, null)) : Choose(interfaceType, prefix);

    private GrainClass Choose(Type interfaceType, string? prefix)
    {
        var candidates = _byType.Values.Where(c => c.Type.IsAssignableTo(interfaceType)
            && (prefix is null || c.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal) || c.Type.Name.StartsWith(prefix, StringComparison.Ordinal)))
            .ToArray();
        // As by convention: among several classes IName belongs to NameGrain or Name.
        if (candidates.Length > 1 && interfaceType.Name is ['I', .. var name])
        {
            var named = candidates.Where(c => c.Type.Name == name || c.Type.Name == name + "Grain").ToArray();
            if (named.Length == 1)
                candidates = named;
        }
        return candidates switch
        {
            [var single] => single,
            [] => throw new ArgumentException($"Could not find an implementation for interface {interfaceType}."),
            _ => throw new ArgumentException($"Unable to identify a single appropriate grain type for interface {interfaceType}. Candidates: "
                + string.Join(", ", candidates.Select(c => c.Type.Name))),
        };
    }
}
