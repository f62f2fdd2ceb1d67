using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Routing;
using Grainline.Routing.Replay;

namespace Grainline.Load.Shop;

/// <summary>A shop as the queue sees it: names, topics and shifts, but nobody's speed.</summary>
internal static class ShopScenario
{
    private const string Queue = "shop";
    private static readonly DateTimeOffset FirstMidnight = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly VisitorSummary Somebody = new("visitor", "Visitor", false, null);

    public static Scenario Of(ShopWorld world)
    {
        var profile = new QueueProfile(
            "Shop", "round-robin", 30, Topics: [.. world.Topics.Select(topic => new QueueTopic(topic.Id, topic.Id, [], []))]);
        return new(profile, FirstMidnight, [.. world.Visits.Select(visit => Arrival(world, visit))], Roster(world), []);
    }

    private static Arrival Arrival(ShopWorld world, ShopVisit visit)
    {
        var at = FirstMidnight + visit.At;
        var conversation = new WaitingConversation(visit.Id, Queue, Somebody, null, null, null, at, Topic: world.Topics[visit.Topic].Id);
        return new(conversation, at, double.IsInfinity(visit.Patience) ? null : TimeSpan.FromSeconds(visit.Patience));
    }

    private static ImmutableArray<RosterChange> Roster(ShopWorld world)
    {
        var days = (int)world.Visits[^1].At.TotalDays + 2;
        var changes = new List<RosterChange>();
        foreach (var agent in world.Agents)
        {
            for (var day = 0; day < days; day++)
            {
                var midnight = FirstMidnight.AddDays(day);
                changes.Add(Change(world, agent, AgentStatus.Available, midnight.AddHours(agent.From)));
                changes.Add(Change(world, agent, AgentStatus.Offline, midnight.AddHours(agent.To)));
            }
        }

        return [.. changes.OrderBy(change => change.At).ThenBy(change => change.Agent.AgentId, StringComparer.Ordinal)];
    }

    private static RosterChange Change(ShopWorld world, ShopAgent agent, AgentStatus status, DateTimeOffset at) =>
        new(at, new(agent.Id, agent.Id, status, null, at, 0, world.Plan.Capacity, [Queue], 0), true);
}
