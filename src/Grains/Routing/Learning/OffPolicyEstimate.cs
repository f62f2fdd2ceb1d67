using System.Collections.Immutable;

namespace Grainline.Routing.Learning;

/// <summary>
/// What the learned policy would do with the decisions that another one has made, by the doubly robust estimator (Dudík, Langford and Li 2011): the model's expectation of its own choice,
/// corrected by what the model got wrong wherever both chose the same, weighted by one over the propensity. Each decision is judged by the model of that moment, which has not seen the outcome.
/// </summary>
/// <remarks>
/// A policy that does not draw lots has no propensity. It does not look at who is good at what either, so among the agents that were free its choice counts as any of them alike. The sum stays
/// right where that is wrong as long as the model's expectations are right, and the other way round. Only agents that the decision names, at most twenty, are considered.
/// </remarks>
internal static class OffPolicyEstimate
{
    /// <summary>Rarer choices are not weighted more: one lucky outcome must not carry the estimate.</summary>
    private const double LeastPropensity = 0.05;

    public static PendingOutcome Prepare(
        EffortModel model, string? topic, string agentId, ImmutableArray<ScoredCandidate> candidates, double? skillMatch, long number, Arm arm)
    {
        var chosen = DecisionParts.Find(candidates, agentId);
        var features = chosen is null ? model.Usual(agentId, topic) : DecisionParts.FeaturesOf(model, chosen, skillMatch);
        var expected = model.Predict(agentId, topic, features).Effort;
        if (chosen is null || candidates.Length < 2)
            return new(agentId, topic, features, number, null, expected, 0, arm);

        var (best, wanted, least) = (agentId, expected, expected + model.Scarcity(agentId));
        foreach (var candidate in candidates)
        {
            var effort = model.Predict(candidate.AgentId, topic, DecisionParts.FeaturesOf(model, candidate, skillMatch)).Effort;
            if (effort + model.Scarcity(candidate.AgentId) is var cost && cost < least)
                (best, wanted, least) = (candidate.AgentId, effort, cost);
        }

        var propensity = Math.Max(LeastPropensity, DecisionParts.Part(chosen, DecisionParts.Propensity) ?? (1.0 / candidates.Length));
        return new(agentId, topic, features, number, wanted, expected, best == agentId ? 1 / propensity : 0, arm);
    }
}
