using Grainline.Refusals;
using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>One way to choose, before a queue has given it parameters. Installed by registering it as a service.</summary>
/// <param name="Name">What specifications call it.</param>
/// <param name="Create">Makes it from a specification that was not refused, and from what else there is to choose by.</param>
/// <param name="Refuse">What is wrong with a specification's parameters; null when nothing is.</param>
internal sealed record PolicyKind(string Name, Func<RoutingPolicySpec, PolicySources, IRoutingPolicy> Create, Func<RoutingPolicySpec, Refusal?> Refuse)
{
    public static readonly PolicyKind[] All =
    [
        Plain<LeastLoaded>(LeastLoaded.Name),
        Plain<LongestIdle>(LongestIdle.Name),
        Plain<PowerOfTwo>(PowerOfTwo.Name),
        Plain<RoundRobin>(RoundRobin.Name),
        Plain<SkillMatch>(SkillMatch.Name),
        Plain<Sticky>(Sticky.Name),
        new(Learned.Name, (spec, sources) => Learn(spec.Learning ?? new(), sources), RefuseLearning),
        new(WeightedScore.Name, (spec, _) => new WeightedScore(spec.Weights ?? PolicyWeights.Usual), RefuseWeights),
    ];

    private static PolicyKind Plain<TPolicy>(string name)
        where TPolicy : IRoutingPolicy, new() => new(name, static (_, _) => new TPolicy(), static _ => null);

    private static Learned Learn(LearningSettings settings, PolicySources sources) =>
        new(settings, sources.Installed.Create(new(settings.Fallback), sources.Learning), sources.Learning);

    private static Refusal? RefuseLearning(RoutingPolicySpec spec) => spec.Learning is not { } learning ? null
        : learning.MaxExploration is not (>= 0 and <= 0.2) ? new(ErrorCode.InvalidArgument, "Exploration is 0 to 0.2.")
        : learning.Holdout is not (>= 0 and <= 0.5) ? new(ErrorCode.InvalidArgument, "The holdout is 0 to 0.5.")
        : learning.Fallback == Learned.Name || All.SingleOrDefault(kind => kind.Name == learning.Fallback) is null
            ? new(ErrorCode.InvalidArgument, $"'{learning.Fallback}' is no policy to fall back on.")
        : learning.Fallback == PowerOfTwo.Name ? new(ErrorCode.InvalidArgument, "A policy that draws lots is none to fall back on: its choices could not be compared with.")
        : null;

    private static Refusal? RefuseWeights(RoutingPolicySpec spec) => spec.Weights is not { } weights ? null
        : new[] { weights.Skill, weights.Load, weights.Idle, weights.History } is var shares && shares.Any(share => share is not (>= 0 and <= 1))
            ? new(ErrorCode.InvalidArgument, "Weights are 0 to 1.")
        : shares.All(share => share == 0) ? new(ErrorCode.InvalidArgument, "At least one weight is above 0.")
        : weights.IdleSeconds is < 1 or > 86_400 ? new(ErrorCode.InvalidArgument, "Idle time counts fully after 1 to 86,400 seconds.")
        : null;
}

/// <summary>What a policy may choose by besides its specification.</summary>
/// <param name="Installed">To fall back on.</param>
/// <param name="Learning">What the queue knows at the moment of asking.</param>
internal sealed record PolicySources(RoutingPolicies Installed, Func<Learning.LearningState> Learning);
