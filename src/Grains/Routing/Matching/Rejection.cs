namespace Grainline.Routing.Matching;

/// <summary>Why an agent cannot be asked. The order is that of explanations: those come first that could change soonest.</summary>
internal enum Rejection
{
    None,
    AtCapacity,
    NotAvailable,
    OffShift,
    LacksLanguage,
    LacksSkill,
    OtherAgentOnly,
}

internal static class Rejections
{
    public const string PassedLastOffer = "passed-last-offer";
    public const string Refused = "refused";

    public static string Text(this Rejection rejection) => rejection switch
    {
        Rejection.AtCapacity => "at-capacity",
        Rejection.NotAvailable => "not-available",
        Rejection.OffShift => "off-shift",
        Rejection.LacksLanguage => "lacks-language",
        Rejection.LacksSkill => "lacks-skill",
        Rejection.OtherAgentOnly => "waits-for-past-agent",
        _ => throw new ArgumentOutOfRangeException(nameof(rejection), rejection, null),
    };

    /// <summary>What no amount of waiting for the agent changes; null when the agent is able.</summary>
    public static Rejection Unable(Seat seat, Demand demand)
    {
        if (demand.OnlyAgent is { } only && only != seat.AgentId)
            return Rejection.OtherAgentOnly;
        foreach (var need in demand.Needs.Required)
        {
            if (seat.Level(need.Skill) < need.Level)
                return Rejection.LacksSkill;
        }

        return demand.Language is { } language && !seat.Speaks(language) ? Rejection.LacksLanguage : Rejection.None;
    }

    /// <summary>What keeps an able agent from being asked now.</summary>
    public static Rejection Busy(Seat seat, Demand demand) =>
        seat.Agent.Status != Agents.AgentStatus.Available ? Rejection.NotAvailable
        : !seat.OnShift ? Rejection.OffShift
        : seat.HasRoom(demand.Work) ? Rejection.None : Rejection.AtCapacity;
}
