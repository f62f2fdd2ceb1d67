using Orleans;

namespace Grainline.Routing;

/// <summary>One version of how a queue chooses among the agents that could serve.</summary>
/// <param name="Name">An installed policy: <c>round-robin</c>, <c>least-loaded</c>, <c>longest-idle</c>, <c>skill-match</c>, <c>sticky</c>, <c>power-of-two</c>, <c>weighted-score</c>, <c>learned</c>.</param>
/// <param name="Weights">For <c>weighted-score</c>; null for its defaults.</param>
/// <param name="Learning">For <c>learned</c>; null for its defaults.</param>
[GenerateSerializer, Immutable, Alias("routing.policy")]
public sealed record RoutingPolicySpec(string Name, PolicyWeights? Weights = null, LearningSettings? Learning = null);

/// <summary>Shares of the parts of a weighted score; each part is 0 to 1 before it is weighted. At least one is above 0.</summary>
/// <param name="Skill">Proficiency in what is required and preferred.</param>
/// <param name="Load">Free share of the capacity.</param>
/// <param name="Idle">Time since the agent was last given work, full after <see cref="IdleSeconds"/>.</param>
/// <param name="History">Has served this visitor before.</param>
[GenerateSerializer, Immutable, Alias("routing.weights")]
public sealed record PolicyWeights(double Skill, double Load, double Idle, double History, int IdleSeconds = 600)
{
    public static readonly PolicyWeights Usual = new(0.4, 0.4, 0.1, 0.1);
}

/// <summary>Guard-rails of the learned policy.</summary>
/// <param name="MaxExploration">Largest share of decisions that may deviate from the best known choice, 0 to 0.2.</param>
/// <param name="Holdout">Share of conversations decided by <paramref name="Fallback"/>, to compare with, 0 to 0.5.</param>
/// <param name="Fallback">The policy for the holdout, and for everybody until enough was learned. Not one that draws lots.</param>
/// <param name="Unproven">Switches it on although the queue has too few outcomes for an estimate of what it would change.</param>
[GenerateSerializer, Immutable, Alias("routing.learning")]
public sealed record LearningSettings(double MaxExploration = 0.05, double Holdout = 0.1, string Fallback = "least-loaded", bool Unproven = false);
