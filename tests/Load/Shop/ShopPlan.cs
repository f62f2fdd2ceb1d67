namespace Grainline.Load.Shop;

/// <summary>
/// A retailer's chat desk, as the generator draws it: who works when, what visitors ask, and how fast each agent is at it, which no policy is told. Everything follows from the seed.
/// </summary>
/// <remarks>
/// What the numbers stand on: handle times of call centres are log-normal, and their means differ between agents by factors (Brown et al. 2005; Gans et al. 2010). Simple topics (where is my parcel) take
/// everybody about the same time. Complex ones (a disputed payment) take somebody who knows the field a third of the time of somebody who has to look it up and ask around. Each agent
/// knows one complex field well, one in four knows a second one.
/// </remarks>
internal sealed record ShopPlan(int Seed, int Conversations)
{
    public int Agents { get; init; } = 40;

    public int SimpleTopics { get; init; } = 8;

    public int ComplexTopics { get; init; } = 4;

    /// <summary>Share of conversations that are about a complex topic.</summary>
    public double ComplexShare { get; init; } = 0.3;

    /// <summary>Chats that an agent serves at once.</summary>
    public int Capacity { get; init; } = 3;

    /// <summary>Mean arrivals of a day from 08:00 to 22:00.</summary>
    public int PerDay { get; init; } = 2_600;

    /// <summary>Median minutes of a simple and of a complex conversation in ordinary hands.</summary>
    public (double Low, double High) SimpleMinutes { get; init; } = (4, 8);

    public (double Low, double High) ComplexMinutes { get; init; } = (12, 20);

    /// <summary>Deviation, in logarithms, of the agents' general speed.</summary>
    public double AgentSpread { get; init; } = 0.2;

    /// <summary>Deviation of an agent's speed between its simple topics.</summary>
    public double TopicSpread { get; init; } = 0.2;

    /// <summary>Median and deviation of the factor on a complex topic for those who know the field, and for the others.</summary>
    public (double Median, double Spread) Knows { get; init; } = (0.4, 0.25);

    public (double Median, double Spread) AsksAround { get; init; } = (1.2, 0.3);

    public double KnowsASecondField { get; init; } = 0.25;

    /// <summary>Deviation between conversations about the same topic with the same agent.</summary>
    public double ConversationSpread { get; init; } = 0.5;

    /// <summary>How much longer a chat takes for each other chat that the agent has open.</summary>
    public double PerOtherChat { get; init; } = 0.08;

    /// <summary>Mean minutes that visitors wait before they give up; null for visitors who never do.</summary>
    public double? PatienceMinutes { get; init; }
}
