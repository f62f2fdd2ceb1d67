using System.Collections.Immutable;
using Grainline.Conversations;
using Orleans;

namespace Grainline.Routing;

/// <summary>One decision with its reasons: who could have been chosen, with what score, and why others could not.</summary>
/// <param name="OfferId">Null for a live explanation: nobody was chosen yet.</param>
/// <param name="At">UTC.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="PolicyVersion">Its version then.</param>
/// <param name="Chosen">Who got the offer.</param>
/// <param name="Ring">How many steps of relaxation had passed.</param>
/// <param name="Candidates">Best first, at most 20.</param>
/// <param name="Rejected">At most 20 of those that could not be asked.</param>
/// <param name="RejectedCounts">All of those, by reason.</param>
[GenerateSerializer, Immutable, Alias("routing.decision")]
public sealed record DecisionView(
    string ConversationId, string? OfferId, DateTimeOffset At, string Queue, string Policy, long PolicyVersion, AgentSummary? Chosen, int Ring,
    ImmutableArray<CandidateView> Candidates, ImmutableArray<RejectedView> Rejected, ImmutableDictionary<string, int> RejectedCounts);

/// <param name="Score">The higher the better.</param>
/// <param name="Parts">What the score is made of, by name.</param>
/// <param name="Load">Of primary work, before this decision.</param>
[GenerateSerializer, Immutable, Alias("routing.candidate")]
public sealed record CandidateView(string AgentId, string? Name, double Score, ImmutableDictionary<string, double> Parts, int Load, int Capacity);

/// <param name="Because">Such as <c>at-capacity</c>; all of them are in docs/wire.md.</param>
[GenerateSerializer, Immutable, Alias("routing.rejected")]
public sealed record RejectedView(string AgentId, string Because);
