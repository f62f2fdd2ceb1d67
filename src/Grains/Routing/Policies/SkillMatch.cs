using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>The best in what is required and preferred; of equals the one with the larger free share.</summary>
internal sealed class SkillMatch : IRoutingPolicy
{
    public const string Name = "skill-match";

    /// <summary>Small enough never to outweigh a level of skill: levels differ by 1/5 shared by at most 40 skills.</summary>
    private const double LoadDecides = 0.001;

    public double Rank(Demand demand, Seat seat) => seat.Skill(demand.Needs) + (LoadDecides * seat.FreeShare);

    public Score Score(in Asked asked, Seat seat)
    {
        var skill = seat.Skill(asked.Demand.Needs);
        return new(skill + (LoadDecides * seat.FreeShare), new("skill", skill), new("load", seat.FreeShare));
    }
}
