using System.Collections.Frozen;
using System.Text.Json;

namespace Grainline.Integrations.Outbox;

/// <summary>
/// The events that other systems hear of. All others stay: read marks and clocks because nobody needs them, accounts, desks, policies and numbers because they are nobody's business.
/// Names, addresses and notes are in no shape. docs/events.md lists the same for readers.
/// </summary>
internal static class PublishedEvents
{
    private const string By = " by.kind by.id";
    private const string Files = " attachments.id attachments.contentType attachments.bytes";

    private static readonly FrozenDictionary<string, EventShape> Shapes = new Dictionary<string, EventShape>
    {
        ["conversation.opened"] = new("visitor.id visitor.verified queue language channel topic pastAgents", "subject attributes"),
        ["conversation.message"] = new("id clientMessageId author.kind author.id kind" + Files, "text attachments.name", static e => !Is(e, "kind", "Note")),
        ["conversation.queued"] = new("queue because" + By),
        ["conversation.offered"] = new("offerId agent.id expiresAt"),
        ["conversation.offer-lapsed"] = new("offerId agent.id reason"),
        ["conversation.assigned"] = new("agent.id offerId" + By),
        ["conversation.classified"] = new("topic priority" + By),
        ["conversation.held"] = new(By),
        ["conversation.resumed"] = new(By),
        ["conversation.resolved"] = new(By),
        ["conversation.closed"] = new(By),
        ["conversation.rated"] = new("score" + By, "comment"),
        ["conversation.ticket"] = new("ticketId number" + By),

        ["ticket.created"] = new("number team priority lifecycle state category form requester.visitorId conversation tags assignee.id" + By, "subject fields"),
        ["ticket.changed"] = new("requestId macro priority form tagsAdded tagsRemoved assigned.agent.id watchersAdded.id watchersRemoved" + By, "subject fields"),
        ["ticket.state"] = new("requestId trigger state category macro" + By, "reason"),
        ["ticket.comment"] = new("requestId public macro" + Files + By, "text attachments.name", static e => e.TryGetProperty("public", out var shown) && shown.ValueKind == JsonValueKind.True),
        ["ticket.sla"] = new("clocks what"),
        ["ticket.linked"] = new("saga link.kind link.ticketId link.number" + By),
        ["ticket.unlinked"] = new("saga kind otherTicketId" + By),
        ["ticket.held"] = new("saga transfer" + By),
        ["ticket.released"] = new("saga" + By),
        ["ticket.moved"] = new("saga fromTeam team lifecycle state category form assignee.id undoes" + By, "fields"),
        ["ticket.merged"] = new("saga intoTicketId intoNumber state category" + By),
        ["ticket.absorbed"] = new("saga ticketId number tagsAdded watchersAdded.id" + By),
        ["ticket.split-off"] = new("saga ticketId number comments" + By),
        ["ticket.parted"] = new("saga state category tagsRemoved watchersRemoved" + By),

        ["agent.availability"] = new("status ended.status ended.since"),
        ["agent.conversation-taken"] = new("conversationId offerId work"),
        ["agent.conversation-released"] = new("conversationId reason"),

        ["visitor.registered"] = new("site verified"),
        ["visitor.conversation-started"] = new("conversationId channel"),
        ["visitor.served"] = new("conversationId agentId"),
    }.ToFrozenDictionary();

    /// <summary>Of these kinds, which stay. A new event of a conversation, ticket, agent or visitor is put here or above: a test asks for it.</summary>
    public static IReadOnlySet<string> Kept { get; } = new HashSet<string>
    {
        "conversation.read", "agent.configured", "agent.offer-reserved", "agent.offer-released",
    };

    public static IReadOnlyDictionary<string, EventShape> All => Shapes;

    private static bool Is(JsonElement @event, string member, string value) => !@event.TryGetProperty(member, out var found) || found.ValueEquals(value);
}
