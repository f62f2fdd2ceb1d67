using Grainline.Agents;
using Grainline.Routing.Replay;

namespace Grainline.Load.Shop;

/// <summary>
/// The truth of the shop's world. Each conversation brings its own difficulty, the same whoever serves it, so that policies are compared on the same day; the rest is the topic, the agent's hidden
/// factor, and how much else the agent has open. Who takes long on a topic also resolves less of it and is rated lower.
/// </summary>
internal sealed class ShopHandling(ShopWorld world) : IHandling
{
    private const double ResolvedAtBest = 0.95;
    private const double RatedShare = 0.3;

    private readonly Dictionary<string, ShopVisit> _visits = world.Visits.ToDictionary(visit => visit.Id);
    private readonly Dictionary<string, ShopAgent> _agents = world.Agents.ToDictionary(agent => agent.Id);

    public Handling Of(WaitingConversation conversation, string agentId, int load)
    {
        var visit = _visits[conversation.ConversationId];
        var factor = _agents[agentId].Factors[visit.Topic];
        var dice = Dice.For((ulong)world.Plan.Seed, visit.Id);
        var difficulty = Math.Exp(world.Plan.ConversationSpread * dice.Normal());
        var minutes = world.Topics[visit.Topic].Minutes * factor * difficulty * (1 + (world.Plan.PerOtherChat * load));
        var resolved = dice.Unit() < ResolvedAtBest - (0.1 * Math.Max(0, Math.Log(factor * difficulty)));
        var mood = 4.2 - (0.7 * Math.Log(factor * difficulty)) - (resolved ? 0 : 1) + (0.6 * dice.Normal());
        int? score = dice.Unit() < RatedShare ? (int)Math.Clamp(Math.Round(mood), 1, 5) : null;
        return new(TimeSpan.Zero, TimeSpan.FromSeconds(Math.Round(minutes * 60)), resolved, score);
    }
}
