using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>The agent that was given work longest ago.</summary>
internal sealed class LongestIdle : IRoutingPolicy
{
    public const string Name = "longest-idle";

    public double Rank(Demand demand, Seat seat) => -seat.IdleSince.UtcTicks;

    public Score Score(in Asked asked, Seat seat)
    {
        var seconds = (asked.Now - seat.IdleSince).TotalSeconds;
        return new(seconds, new ScorePart("idle", seconds));
    }
}
