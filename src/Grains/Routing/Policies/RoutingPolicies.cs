using Grainline.Refusals;
using Grainline.Routing.Learning;
using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>The installed policies: what a published version of one becomes.</summary>
internal sealed class RoutingPolicies(IEnumerable<PolicyKind> installed)
{
    private readonly Dictionary<string, PolicyKind> _byName = installed.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>Why this cannot be published; null when it can.</summary>
    public Refusal? Refuse(RoutingPolicySpec spec) => !_byName.TryGetValue(spec.Name, out var kind)
        ? new(ErrorCode.InvalidArgument, $"Unknown policy '{spec.Name}'; installed are {string.Join(", ", Names)}.")
        : kind.Refuse(spec);

    /// <param name="learning">What the queue has learned, at the moment of asking.</param>
    public IRoutingPolicy Create(RoutingPolicySpec spec, Func<LearningState> learning) =>
        _byName.TryGetValue(spec.Name, out var kind) ? kind.Create(spec, new(this, learning)) : throw new InvalidOperationException($"Routing policy '{spec.Name}' is not installed.");
}
