using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Grainline.Runtime.Observers;

/// <summary>The objects outside the grains that can be called through references.</summary>
internal sealed class ObserverRegistry(GrainRuntime runtime)
{
    private static readonly GrainType Type = GrainType.Create("sys.client.observer");
    private readonly ConcurrentDictionary<GrainId, ObserverTarget> _targets = new();

    internal static bool IsObserver(GrainId id) => id.Type == Type;

    internal GrainId Register(object observer)
    {
        var id = GrainId.Create(Type, Guid.NewGuid().ToString("N"));
        _targets[id] = new(runtime, id, observer);
        return id;
    }

    internal void Remove(GrainId id)
    {
        if (_targets.TryRemove(id, out var target))
            target.Forget();
    }

    internal ObserverTarget Find(GrainId id) => _targets.TryGetValue(id, out var target) ? target : new(runtime, id, null);
}
