using System.Collections.Immutable;

namespace Grainline.Routing.Matching;

/// <summary>Says what a decision saw. It costs the same however many agents there are.</summary>
internal static class Explaining
{
    /// <summary>Agents named on each side.</summary>
    public const int Named = 20;

    /// <summary>In a team up to this size those are named too who lack what is asked; in a larger one they are counted.</summary>
    private const int SmallTeam = 64;

    public static Explanation Explain(
        DemandLine line, in Asked asked, IRoutingPolicy policy, IReadOnlyList<Scored> looked, IReadOnlyList<RejectedCandidate> passedOver, Dictionary<string, Seat> seats)
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
        {
            var busy = line.Busy(because);
            for (var i = 0; i < busy.Count && rejected.Count < Named; i++)
                rejected.Add(new(busy[i].Seat.AgentId, because.Text()));
            if (Count(line, because, seats.Count) is > 0 and var count)
                counts.Add(new(because.Text(), count));
        }

        if (seats.Count <= SmallTeam)
            rejected.AddRange(Unable(line, seats.Values).Take(Named - rejected.Count));
        return new([.. candidates.OrderByDescending(c => c.Score.Value).Take(Named).Select(Candidate)], rejected.ToImmutable(), counts.ToImmutable());
    }

    /// <summary>A line that waits for one agent has not looked at the others.</summary>
    private static int Count(DemandLine line, Rejection because, int seats) => because == Rejection.OtherAgentOnly && line.Demand.OnlyAgent is not null
        ? Math.Max(0, seats - 1)
        : line.Busy(because).Count + line.Unable(because);

    private static IEnumerable<RejectedCandidate> Unable(DemandLine line, IEnumerable<Seat> seats) =>
        from seat in seats
        let because = Rejections.Unable(seat, line.Demand)
        where because != Rejection.None
        select new RejectedCandidate(seat.AgentId, because.Text());

    private static ScoredCandidate Candidate(Scored scored) =>
        new(scored.Seat.AgentId, scored.Score.Value, scored.Seat.Load, scored.Seat.Agent.Capacity, scored.Seat.Agent.Name, [.. scored.Score.Parts]);
}
