using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Routing;
using Grainline.Routing.Replay;
using Grainline.Tests.Routing.Matching;

namespace Grainline.Tests.Routing.Replay;

/// <summary>A scenario by dice: topics that need skills, rings that ask less, agents that come and go, visitors that give up, some work interruptible.</summary>
internal sealed class Drawn : IHandling
{
    private readonly ulong _seed;

    public Drawn(ulong seed)
    {
        _seed = seed;
        var dice = Dice.For(seed, "scenario");
        var profile = Scene.Profile(null, [new("plain", "Plain", [], []), new("hard", "Hard", [new("tax", 3)], [])], new OverflowRing(300, 2), new OverflowRing(900, 0, ["tax"])) with
        {
            Channels = [new("mail", new WorkSize(2, true))],
        };
        var arrivals = new List<Arrival>();
        var at = Scene.Start;
        for (var i = 0; i < 400; i++)
        {
            at += TimeSpan.FromSeconds(30 * dice.Exponential());
            var conversation = Scene.Waits($"c{i}", topic: dice.Unit() < 0.4 ? "hard" : "plain", priority: dice.Unit() < 0.1 ? Priority.Urgent : null).Conversation with
            {
                WaitingSince = at,
                Channel = dice.Unit() < 0.2 ? "mail" : "web",
            };
            arrivals.Add(new(conversation, at, dice.Unit() < 0.5 ? TimeSpan.FromSeconds(600 * dice.Exponential()) : null));
        }

        Scenario = new(profile, Scene.Start, [.. arrivals], Roster(ref dice, at), [new(Scene.Start.AddMinutes(60), false), new(Scene.Start.AddMinutes(70), true)]);
    }

    public Scenario Scenario { get; }

    public Handling Of(WaitingConversation conversation, string agentId, int load)
    {
        var dice = Dice.For(_seed, conversation.ConversationId + agentId);
        return new(TimeSpan.FromSeconds(5 * dice.Unit()), TimeSpan.FromSeconds(Math.Round(100 + (400 * dice.Exponential()))), dice.Unit() < 0.9, dice.Unit() < 0.3 ? 1 + dice.Below(5) : null);
    }

    private static ImmutableArray<RosterChange> Roster(ref Dice dice, DateTimeOffset end)
    {
        var changes = new List<RosterChange>();
        for (var i = 0; i < 6; i++)
        {
            var agent = Scene.Agent($"a{i}", 0, 2 + (i % 3), i % 2 == 0 ? [new("tax", 1 + i)] : []);
            changes.Add(new(Scene.Start, agent, true));
            for (var at = Scene.Start.AddMinutes(60 * dice.Unit()); at < end; at = at.AddMinutes(60 * dice.Unit()))
                changes.Add(new(at, agent with { Status = dice.Unit() < 0.6 ? AgentStatus.Available : AgentStatus.Away }, dice.Unit() < 0.9));
        }

        return [.. changes.OrderBy(c => c.At).ThenBy(c => c.Agent.AgentId, StringComparer.Ordinal)];
    }
}
