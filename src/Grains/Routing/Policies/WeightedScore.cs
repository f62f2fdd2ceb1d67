using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>
/// A sum of skill, free share, idle time and history, weighted as published. Agents are indexed by skill and free share, which change only with them; the best of the index are scored
/// in full.
/// </summary>
internal sealed class WeightedScore(PolicyWeights weights) : IRoutingPolicy
{
    public const string Name = "weighted-score";

    private const int Looked = 16;

    public Shortlist Shortlist => new(Looked);

    public double Rank(Demand demand, Seat seat) => (weights.Skill * seat.Skill(demand.Needs)) + (weights.Load * seat.FreeShare);

    public Score Score(in Asked asked, Seat seat)
    {
        var skill = seat.Skill(asked.Demand.Needs);
        var idle = Math.Clamp((asked.Now - seat.IdleSince).TotalSeconds / weights.IdleSeconds, 0, 1);
        var history = History.Share(asked, seat);
        return new(
            (weights.Skill * skill) + (weights.Load * seat.FreeShare) + (weights.Idle * idle) + (weights.History * history),
            new("skill", skill), new("load", seat.FreeShare), new("idle", idle), new("history", history));
    }
}
