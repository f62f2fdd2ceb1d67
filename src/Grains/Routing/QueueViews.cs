using System.Text.Json.Serialization;
using Grainline.Agents;
using Grainline.Routing.Matching;

namespace Grainline.Routing;

/// <summary>From state and picture to what supervisors see.</summary>
internal static class QueueViews
{
    private const int Shown = 50;

    /// <summary>Whose pushes these are.</summary>
    public static string Source(QueueKey key) => $"queue/{key}";

    public static QueueView View(QueueKey key, RoutingState s, Matcher matcher, QueueRules rules, QueueHours hours, DateTimeOffset now)
    {
        var profile = s.Profile!;
        return new(
            key.Id, profile, s.Policies.InForce, s.Line.Count, s.Line.InOrder.FirstOrDefault()?.Conversation.WaitingSince,
            [.. matcher.Agents.OrderBy(a => a.AgentId, StringComparer.Ordinal).Select(a => a with { Skills = null, Languages = null, Shift = null })],
            hours.IsOpen(now), hours.OpensAt(now), new(s.Policies.Spec!.Name, s.Policies.InForce),
            new(s.Book.LastHour(now), s.Book.Since(LocalDay.Began(now, profile.Hours?.TimeZone))),
            [.. matcher.InOrder.Take(Shown).Select(w => View(w.Conversation, rules, now))]);
    }

    private static WaitingView View(WaitingConversation c, QueueRules rules, DateTimeOffset now) =>
        new(c.ConversationId, c.Visitor with { Email = null }, c.Topic, rules.Priority(c), c.WaitingSince, rules.Ring(c, now));
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(QueueView))]
internal sealed partial class QueueViewJson : JsonSerializerContext;
