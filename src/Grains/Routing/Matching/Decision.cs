using System.Collections.Immutable;
using Grainline.Agents;

namespace Grainline.Routing.Matching;

/// <summary>Whom to ask next, and why.</summary>
/// <param name="Number">Counts from the matcher's start.</param>
/// <param name="Waiting">For whom.</param>
/// <param name="Agent">Whom to ask, as the picture had it.</param>
/// <param name="Work">What it takes of the agent's capacity.</param>
/// <param name="Ring">How many overflow rings had passed.</param>
/// <param name="SkillMatch">0 to 1; null when no skill was asked.</param>
internal sealed record Decision(long Number, Waiting Waiting, AgentSnapshot Agent, WorkSize Work, int Ring, double? SkillMatch, Explanation Explanation);

/// <summary>Those that could have been chosen, best first, and those that could not. Lists are cut at <see cref="Matching.Explaining.Named"/>; counts are whole.</summary>
internal sealed record Explanation(
    ImmutableArray<ScoredCandidate> Candidates, ImmutableArray<RejectedCandidate> Rejected, ImmutableArray<RejectedCount> Counts);
