using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>The agent with the largest free share of its capacity: an agent with room for ten and two chats comes before one with room for three and one.</summary>
internal sealed class LeastLoaded : IRoutingPolicy
{
    public const string Name = "least-loaded";

    public double Rank(Demand demand, Seat seat) => seat.FreeShare;

    public Score Score(in Asked asked, Seat seat) => new(seat.FreeShare, new ScorePart("load", seat.FreeShare));
}
