using System.Text.Json.Serialization;
using Grainline.Agents;

namespace Grainline.Routing;

/// <summary>From state and picture to what supervisors see.</summary>
internal static class QueueViews
{
    private const int Shown = 50;

    /// <summary>Whose pushes these are.</summary>
    public static string Source(QueueKey key) => $"queue/{key}";

    public static QueueView View(QueueKey key, RoutingState s, IEnumerable<AgentSnapshot> agents, DateTimeOffset now)
    {
        var profile = s.Profile!;
        return new(
            key.Id, profile, s.Policies.InForce, s.Line.Count, s.Line.InOrder.FirstOrDefault()?.Conversation.WaitingSince,
            [.. agents.OrderBy(a => a.AgentId, StringComparer.Ordinal).Select(a => a with { Skills = null, Languages = null, Shift = null })],
            Policy: new(s.Policies.Spec!.Name, s.Policies.InForce),
            Figures: new(s.Book.LastHour(now), s.Book.Since(LocalDay.Began(now, profile.Hours?.TimeZone))),
            Line: [.. s.Line.InOrder.Take(Shown).Select(w => View(profile, w))]);
    }

    private static WaitingView View(QueueProfile profile, Waiting waiting)
    {
        var c = waiting.Conversation;
        return new(c.ConversationId, c.Visitor with { Email = null }, c.Topic, c.Priority ?? Priority.Normal, c.WaitingSince, 0);
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(QueueView))]
internal sealed partial class QueueViewJson : JsonSerializerContext;
