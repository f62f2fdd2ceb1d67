using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>Each in turn: the agent whose last turn is longest ago, whatever the agents are doing.</summary>
internal sealed class RoundRobin : IRoutingPolicy
{
    public const string Name = "round-robin";

    public double Rank(Demand demand, Seat seat) => -seat.LastTurn;

    public Score Score(in Asked asked, Seat seat) => new(-seat.LastTurn, new ScorePart("turn", seat.LastTurn));
}
