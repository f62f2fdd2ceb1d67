using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Grainline.Routing.Policies;

/// <summary>The installed policies by name.</summary>
internal sealed class RoutingPolicies(IEnumerable<IRoutingPolicy> installed)
{
    private readonly FrozenDictionary<string, IRoutingPolicy> _byName = installed.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);

    public IEnumerable<string> Names => _byName.Keys;

    public bool TryFind(string name, [NotNullWhen(true)] out IRoutingPolicy? policy) => _byName.TryGetValue(name, out policy);

    public IRoutingPolicy Get(string name) =>
        TryFind(name, out var policy) ? policy : throw new InvalidOperationException($"Routing policy '{name}' is not installed.");
}
