using Grainline.Refusals;
using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>One way to choose, before a queue has given it parameters. Installed by registering it as a service.</summary>
/// <param name="Name">What specifications call it.</param>
/// <param name="Create">Makes it from a specification that was not refused.</param>
/// <param name="Refuse">What is wrong with a specification's parameters; null when nothing is.</param>
internal sealed record PolicyKind(string Name, Func<RoutingPolicySpec, IRoutingPolicy> Create, Func<RoutingPolicySpec, Refusal?> Refuse)
{
    public static readonly PolicyKind[] All =
    [
        Plain<LeastLoaded>(LeastLoaded.Name),
        Plain<LongestIdle>(LongestIdle.Name),
        Plain<PowerOfTwo>(PowerOfTwo.Name),
        Plain<RoundRobin>(RoundRobin.Name),
        Plain<SkillMatch>(SkillMatch.Name),
        Plain<Sticky>(Sticky.Name),
        new(WeightedScore.Name, spec => new WeightedScore(spec.Weights ?? PolicyWeights.Usual), RefuseWeights),
    ];

    private static PolicyKind Plain<TPolicy>(string name)
        where TPolicy : IRoutingPolicy, new() => new(name, static _ => new TPolicy(), static _ => null);

    private static Refusal? RefuseWeights(RoutingPolicySpec spec) => spec.Weights is not { } weights ? null
        : new[] { weights.Skill, weights.Load, weights.Idle, weights.History } is var shares && shares.Any(share => share is not (>= 0 and <= 1))
            ? new(ErrorCode.InvalidArgument, "Weights are 0 to 1.")
        : shares.All(share => share == 0) ? new(ErrorCode.InvalidArgument, "At least one weight is above 0.")
        : weights.IdleSeconds is < 1 or > 86_400 ? new(ErrorCode.InvalidArgument, "Idle time counts fully after 1 to 86,400 seconds.")
        : null;
}
