using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Gateway.Authentication;
using Grainline.Gateway.Wire;
using Grainline.Refusals;

namespace Grainline.Gateway.Apis;

/// <param name="View"><c>mine</c>: served by the caller; <c>queue</c>: waiting in the caller's queues; <c>all</c>: everything the caller may see.</param>
/// <param name="Status">One status or several, separated by commas.</param>
/// <param name="Limit">1 to 100.</param>
internal sealed record ConversationListRequest(
    string? View = null, string? Status = null, string? Queue = null, string? Agent = null, string? Cursor = null, int? Limit = null)
{
    private static readonly ImmutableArray<ConversationStatus> Waiting = [ConversationStatus.Queued, ConversationStatus.Offered];

    public Refusal? Refuse() =>
        (View is null or "mine" or "queue" or "all" ? null : Check.Invalid("'view' is mine, queue or all."))
        ?? (Queue is null ? null : Check.Id(Queue, "queue")) ?? (Agent is null ? null : Check.Id(Agent, "agent"))
        ?? Check.Words(Cursor, 256, "cursor") ?? Check.Range(Limit ?? 50, 1, 100, "limit")
        ?? (Statuses() is null ? Check.Invalid("'status' has a status that does not exist.") : null);

    /// <summary>What the caller asks, cut down to what it may see: agents their own conversations and queues, supervisors everything of their tenant.</summary>
    public Outcome<ConversationListQuery> ToQuery(Session session, ImmutableArray<string> ownQueues)
    {
        var oversees = session.Actor.Oversees;
        if (Queue is not null && !oversees && !ownQueues.Contains(Queue))
            return new Refusal(ErrorCode.Forbidden, "This queue is not one of yours.");
        ImmutableArray<string>? queues = Queue is not null ? [Queue] : oversees && View != "queue" ? null : ownQueues;
        var statuses = Statuses()!.Value is { IsEmpty: false } asked ? asked : View == "queue" ? Waiting : [];
        return (View ?? "mine") switch
        {
            "mine" => new ConversationListQuery(session.Tenant, statuses, null, session.Id, null, Cursor, Limit ?? 50),
            "queue" => new ConversationListQuery(session.Tenant, statuses, queues, Agent, null, Cursor, Limit ?? 50),
            _ => new ConversationListQuery(session.Tenant, statuses, queues, Agent, Queue is null && !oversees ? session.Id : null, Cursor, Limit ?? 50),
        };
    }

    private ImmutableArray<ConversationStatus>? Statuses()
    {
        var statuses = ImmutableArray.CreateBuilder<ConversationStatus>();
        foreach (var name in (Status ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (char.IsAsciiDigit(name[0]) || !Enum.TryParse<ConversationStatus>(name, ignoreCase: true, out var status))
                return null;
            statuses.Add(status);
        }
        return statuses.ToImmutable();
    }
}
