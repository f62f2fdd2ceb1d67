using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>Who served this visitor before, the latest first; else the least loaded. How long such an agent is waited for is the queue's setting.</summary>
internal sealed class Sticky : IRoutingPolicy
{
    public const string Name = "sticky";

    public double Rank(Demand demand, Seat seat) => seat.FreeShare;

    public Score Score(in Asked asked, Seat seat)
    {
        var history = History.Of(asked, seat);
        return new(history + seat.FreeShare, new("history", history), new("load", seat.FreeShare));
    }
}
