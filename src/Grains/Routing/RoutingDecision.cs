using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Routing.Matching;

namespace Grainline.Routing;

/// <summary>Whom to ask next, and why.</summary>
internal sealed record RoutingDecision(
    Waiting Waiting, AgentSnapshot Agent, ImmutableArray<ScoredCandidate> Candidates, ImmutableArray<RejectedCandidate> Rejected)
{
    private const int Explained = 20;

    /// <summary>
    /// The longest waiting conversation that somebody can serve, and the best agent for it; equal scores go to the longest idle, then by id. Null when nobody can be asked.
    /// </summary>
    public static RoutingDecision? Next(WaitingLine line, AgentPicture picture, IRoutingPolicy policy, DateTimeOffset now, TimeSpan askAgainAfter)
    {
        if (line.Count == 0)
            return null;
        var rejected = new List<RejectedCandidate>();
        var free = new List<AgentSnapshot>();
        foreach (var agent in picture.All)
        {
            if (picture.Rejects(agent) is { } because)
                rejected.Add(new(agent.AgentId, because));
            else
                free.Add(agent);
        }

        if (free.Count == 0)
            return null;
        foreach (var waiting in line.InOrder)
        {
            var passedOver = now - waiting.JoinedAt < askAgainAfter ? waiting.NotAgent : null;
            var ranked = free.Where(a => a.AgentId != passedOver && !picture.HasRefused(a, waiting.Id))
                .Select(a => (Agent: a, Score: policy.Rank(Demand.Plain, new Seat(a))))
                .OrderByDescending(c => c.Score).ThenBy(c => c.Agent.Since).ThenBy(c => c.Agent.AgentId, StringComparer.Ordinal)
                .ToArray();
            if (ranked.Length == 0)
                continue;
            return new(
                waiting, ranked[0].Agent,
                [.. ranked.Take(Explained).Select(c => new ScoredCandidate(c.Agent.AgentId, c.Score, c.Agent.Load, c.Agent.Capacity))],
                [.. (passedOver is null ? rejected : rejected.Prepend(new(passedOver, "passed-last-offer"))).Take(Explained)]);
        }

        return null;
    }
}
