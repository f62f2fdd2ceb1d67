using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>What an agent and a visitor have been to each other.</summary>
internal static class History
{
    /// <summary>The last to serve outweighs any load; the ones before it count less, strangers nothing.</summary>
    public static double Of(in Asked asked, Seat seat) =>
        asked.Conversation.PastAgents is { } past && past.IndexOf(seat.AgentId) is var place and >= 0 ? 1 + past.Length - place : 0;

    /// <summary>The same as a share: 1 for the last to serve, 0 for strangers.</summary>
    public static double Share(in Asked asked, Seat seat) => Of(asked, seat) is var rank and > 0 ? rank / (1 + asked.Conversation.PastAgents!.Value.Length) : 0;
}
