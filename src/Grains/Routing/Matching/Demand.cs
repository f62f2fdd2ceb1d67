namespace Grainline.Routing.Matching;

/// <summary>What a conversation asks of an agent at this moment of its wait. Conversations with equal demands share one line.</summary>
/// <param name="Needs">Skills.</param>
/// <param name="Language">BCP 47 tag the agent must speak; null for any.</param>
/// <param name="Work">What it takes of the agent's capacity.</param>
/// <param name="Topic">What it is about; policies may know more of it than its skills say.</param>
/// <param name="OnlyAgent">Waits for this agent alone.</param>
/// <param name="Group">How the policy tells conversations apart that are alike to everybody else; null for not at all.</param>
internal sealed record Demand(Needs Needs, string? Language, WorkSize Work, string? Topic = null, string? OnlyAgent = null, string? Group = null)
{
    public static readonly Demand Plain = new(Needs.None, null, WorkSize.One);
}
