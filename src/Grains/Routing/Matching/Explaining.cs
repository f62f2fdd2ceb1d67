using System.Collections.Immutable;

namespace Grainline.Routing.Matching;

/// <summary>Says what a decision saw. It costs the same however many agents there are.</summary>
internal static class Explaining
{
    /// <summary>Agents named on each side.</summary>
    public const int Named = 20;

    public static Explanation Explain(
        DemandLine line, in Asked asked, IRoutingPolicy policy, IReadOnlyList<Scored> looked, IReadOnlyList<RejectedCandidate> passedOver, int seats)
    {
        var candidates = new List<Scored>(looked);
        foreach (var candidate in line.Best)
        {
            if (candidates.Count >= Named)
                break;
            if (!looked.Any(scored => scored.Seat == candidate.Seat) && !passedOver.Any(passed => passed.AgentId == candidate.Seat.AgentId))
                candidates.Add(new(candidate.Seat, policy.Score(asked, candidate.Seat)));
        }

        var rejected = ImmutableArray.CreateBuilder<RejectedCandidate>();
        rejected.AddRange(passedOver.Take(Named));
        var counts = ImmutableArray.CreateBuilder<RejectedCount>();
        counts.AddRange(passedOver.CountBy(passed => passed.Because).Select(count => new RejectedCount(count.Key, count.Value)));
        for (var because = Rejection.None + 1; because <= Rejection.OtherAgentOnly; because++)
            Add(line, because, rejected, counts, seats);
        return new([.. candidates.OrderByDescending(c => c.Score.Value).Take(Named).Select(Candidate)], rejected.ToImmutable(), counts.ToImmutable());
    }

    private static void Add(
        DemandLine line, Rejection because, ImmutableArray<RejectedCandidate>.Builder rejected, ImmutableArray<RejectedCount>.Builder counts, int seats)
    {
        var bag = line.Rejected(because);

        // A line that waits for one agent has not looked at the others.
        var count = because == Rejection.OtherAgentOnly && line.Demand.OnlyAgent is not null ? Math.Max(0, seats - line.Seats) : bag.Count;
        if (count > 0)
            counts.Add(new(because.Text(), count));
        for (var i = 0; i < bag.Count && rejected.Count < Named; i++)
            rejected.Add(new(bag[i].Seat.AgentId, because.Text()));
    }

    private static ScoredCandidate Candidate(Scored scored) =>
        new(scored.Seat.AgentId, scored.Score.Value, scored.Seat.Load, scored.Seat.Agent.Capacity, scored.Seat.Agent.Name, [.. scored.Score.Parts]);
}
