using Grainline.Agents;
using Grainline.Routing;
using Grainline.Routing.Matching;

namespace Grainline.Tests.Routing.Matching;

/// <summary>What the matcher should say, by looking at everybody each time.</summary>
internal sealed class PlainMatcher(QueueRules rules, IRoutingPolicy policy)
{
    public Dictionary<string, Waiting> Line { get; } = [];

    public Dictionary<string, AgentSnapshot> Agents { get; } = [];

    public HashSet<(string Conversation, string Agent, long Version)> Refusals { get; } = [];

    public (string Conversation, string Agent)? Next(DateTimeOffset now)
    {
        var ordered = Line.Values.OrderBy(waiting => rules.Rank(waiting.Conversation)).ThenBy(waiting => waiting.Id, StringComparer.Ordinal);
        foreach (var waiting in ordered)
        {
            var only = rules.WaitsFor(waiting.Conversation, now) is { } past && Agents.TryGetValue(past, out var found) && found.Status != AgentStatus.Offline ? past : null;
            var demand = rules.Demand(waiting.Conversation, now, only);
            var best = Agents.Values.Select(agent => new Seat(agent))
                .Where(seat => Rejections.Unable(seat, demand) == Rejection.None && Rejections.Busy(seat, demand) == Rejection.None && !IsPassedOver(waiting, seat, now))
                .OrderByDescending(seat => policy.Rank(demand, seat)).ThenBy(seat => seat.IdleSince).ThenBy(seat => seat.AgentId, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best is not null)
                return (waiting.Id, best.AgentId);
        }

        return null;
    }

    private bool IsPassedOver(Waiting waiting, Seat seat, DateTimeOffset now) =>
        Refusals.Any(refusal => refusal.Conversation == waiting.Id && refusal.Agent == seat.AgentId && refusal.Version >= seat.Agent.Version)
        || (waiting.NotAgent == seat.AgentId && now - waiting.JoinedAt < Scene.AskAgainAfter);
}
