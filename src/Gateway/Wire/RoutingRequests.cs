using Grainline.Refusals;
using Grainline.Routing;

namespace Grainline.Gateway.Wire;

/// <param name="Queue">Only from this one of the agent's queues; null for all of them.</param>
public sealed record PullNextRequest(string? Queue = null) : HubRequest
{
    public override Refusal? Refuse() => Queue is null ? null : Check.Id(Queue, "queue");
}

/// <param name="Force">The agent's capacity is not asked.</param>
public sealed record AssignRequest(string ConversationId, string ToAgent, bool Force = false) : HubRequest
{
    public override Refusal? Refuse() => Check.Conversation(ConversationId) ?? Check.Id(ToAgent, "toAgent");
}

/// <summary>What is absent stays as it was; at least one is there.</summary>
public sealed record ClassifyRequest(string ConversationId, string? Topic = null, Priority? Priority = null) : HubRequest
{
    public override Refusal? Refuse() =>
        Check.Conversation(ConversationId) ?? (Topic is null ? null : Check.Id(Topic, "topic"))
        ?? (Topic is null && Priority is null ? Check.Invalid("Name a topic or a priority.") : null);
}
