using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>The less loaded of two drawn by lot. Almost as even as looking at all, and no agent is everybody's first choice while pictures are stale.</summary>
internal sealed class PowerOfTwo : IRoutingPolicy
{
    public const string Name = "power-of-two";

    public Shortlist Shortlist => new(2, Random: true);

    public double Rank(Demand demand, Seat seat) => seat.FreeShare;

    public Score Score(in Asked asked, Seat seat) => new(seat.FreeShare, new ScorePart("load", seat.FreeShare));
}
