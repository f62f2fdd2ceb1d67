using System.Collections.Immutable;

namespace Grainline.Routing.Learning;

/// <summary>What the learned policy writes into a decision's scores, and reads from it again. The names are part of the journal's format.</summary>
internal static class DecisionParts
{
    /// <summary>Expected handle time in seconds, with what was not resolved and who was not content counted in.</summary>
    public const string Expected = "expected";

    /// <summary>How uncertain the expectation is: 0.3 is about 30 %.</summary>
    public const string Uncertainty = "uncertainty";

    /// <summary>What is added to the effort, in logarithms, because the agent may be needed elsewhere.</summary>
    public const string Scarcity = "scarcity";

    /// <summary>How likely this agent was to be chosen.</summary>
    public const string Propensity = "propensity";

    /// <summary>1 on the chosen one when it deviates from the best known choice.</summary>
    public const string Exploring = "explored";

    /// <summary>1 when the fallback decided, to compare with.</summary>
    public const string Holdout = "holdout";

    public const string Load = "load";
    public const string Skill = "skill";
    public const string Shift = "shift";
    public const string Satisfaction = "satisfaction";

    public static Arm ArmOf(ImmutableArray<ScoredCandidate> candidates, string agentId) =>
        Find(candidates, agentId) is not { } chosen ? Arm.Other
        : Part(chosen, Holdout) is not null ? Arm.Holdout
        : Part(chosen, Expected) is not null ? Arm.Learned : Arm.Other;

    public static bool Explored(ImmutableArray<ScoredCandidate> candidates, string agentId) =>
        Find(candidates, agentId) is { } chosen && Part(chosen, Exploring) > 0;

    public static ScoredCandidate? Find(ImmutableArray<ScoredCandidate> candidates, string agentId)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.AgentId == agentId)
                return candidate;
        }

        return null;
    }

    public static double? Part(ScoredCandidate candidate, string name)
    {
        foreach (var part in candidate.Parts ?? [])
        {
            if (part.Name == name)
                return part.Value;
        }

        return null;
    }

    /// <summary>The features of a candidate, whatever policy has written the decision down.</summary>
    public static Features FeaturesOf(EffortModel model, ScoredCandidate candidate, double? skillMatch) => new(
        candidate.Capacity == 0 ? 1 : (double)candidate.Load / candidate.Capacity,
        Part(candidate, Skill) ?? skillMatch ?? 0,
        Part(candidate, Shift) ?? 0,
        model.Agent(candidate.AgentId).Satisfaction);
}
