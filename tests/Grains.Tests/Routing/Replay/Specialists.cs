using Grainline.Agents;
using Grainline.Routing.Replay;
using Grainline.Tests.Routing.Matching;

namespace Grainline.Tests.Routing.Replay;

/// <summary>Eight agents and four topics; two agents know each topic and take a quarter of the others' time. No policy is told.</summary>
internal sealed class Specialists : IHandling
{
    private const int Agents = 8, Topics = 4;

    public Scenario Scenario { get; } = new(
        Scene.Profile(), Scene.Start,
        [.. Enumerable.Range(0, 3_000).Select(Arrival)],
        [.. Enumerable.Range(0, Agents).Select(i => new RosterChange(Scene.Start, Scene.Agent($"a{i}", capacity: 3), true))], []);

    public Handling Of(WaitingConversation conversation, string agentId, int load)
    {
        var knows = int.Parse(agentId.AsSpan(1), null) % Topics == int.Parse(conversation.Topic.AsSpan(1), null);
        var luck = Math.Exp(0.4 * Dice.For(1, conversation.ConversationId).Normal());
        return new(TimeSpan.Zero, TimeSpan.FromSeconds(Math.Round((knows ? 150 : 600) * luck)), true, null);
    }

    private static Arrival Arrival(int i)
    {
        var at = Scene.Start.AddSeconds(60 * i);
        return new(Scene.Waits($"c{i}", 60 * i, $"t{Dice.For(2, $"{i}").Below(Topics)}").Conversation, at, null);
    }
}
