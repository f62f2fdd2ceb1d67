using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Routing;
using Grainline.Routing.Matching;

namespace Grainline.Tests.Routing.Matching;

/// <summary>Short words for agents and conversations.</summary>
internal static class Scene
{
    public static readonly DateTimeOffset Start = new(2026, 11, 11, 8, 0, 0, TimeSpan.Zero);

    public static readonly TimeSpan HeadStart = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(20);

    public static QueueProfile Profile(QueueNeeds? needs = null, ImmutableArray<QueueTopic>? topics = null, params OverflowRing[] rings) =>
        new("Support", "least-loaded", 30, needs, topics, [.. rings]);

    public static AgentSnapshot Agent(string id, int load = 0, int capacity = 4, params SkillLevel[] skills) =>
        new(id, id.ToUpperInvariant(), AgentStatus.Available, null, Start, load, capacity, ["support"], 1, 0, Start, [.. skills], ["en"]);

    public static Waiting Waits(string id, int second = 0, string? topic = null, Priority? priority = null, string? language = null, string? notAgent = null, params string[] past) =>
        new(
            new(id, "support", new("v", "Visitor", false), null, language, null, Start.AddSeconds(second), "web", topic, priority, [.. past]),
            notAgent, Start.AddSeconds(second));

    public static Matcher Matcher(IRoutingPolicy policy, QueueProfile? profile = null) => new(new(profile ?? Profile(), HeadStart), policy, AskAgainAfter);
}
