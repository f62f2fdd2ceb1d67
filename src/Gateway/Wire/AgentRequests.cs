using System.Text.Json;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Refusals;

namespace Grainline.Gateway.Wire;

public sealed record AvailabilityRequest(AgentStatus Status, string? Reason = null) : HubRequest
{
    public override Refusal? Refuse() =>
        (Enum.IsDefined(Status) ? null : Check.Invalid("There is no such status.")) ?? Check.Words(Reason, Limits.StatusReasonLength, "reason");
}

/// <param name="OfferId"><c>conversationId.n</c>.</param>
public sealed record OfferRequest(string OfferId, string? Reason = null) : HubRequest
{
    /// <summary>The conversation that is offered: an offer's id starts with it.</summary>
    public string ConversationId => OfferId[..Math.Max(0, OfferId.LastIndexOf('.'))];

    public override Refusal? Refuse() =>
        (TenantScoped.IsId(OfferId) && TenantScoped.IsId(ConversationId) ? null : new Refusal(ErrorCode.OfferGone, "There is no such offer."))
        ?? Check.Words(Reason, Limits.NameLength, "reason");
}

public sealed record NoteRequest(string ConversationId, string ClientMessageId, string Text, JsonElement[]? Attachments = null) : HubRequest
{
    public override Refusal? Refuse() =>
        Post.Refuse();

    internal PostMessage ToCommand(Actor author) => Post.ToCommand(author) with { Kind = MessageKind.Note };

    private PostRequest Post => new(ConversationId, ClientMessageId, Text, Attachments);
}

/// <summary>Exactly one of <paramref name="ToAgent"/> and <paramref name="ToQueue"/> is set.</summary>
public sealed record TransferRequest(string ConversationId, string? ToAgent = null, string? ToQueue = null, string? Note = null) : HubRequest
{
    public override Refusal? Refuse() =>
        Check.Conversation(ConversationId)
        ?? (ToAgent is null == ToQueue is null ? Check.Invalid("Name either an agent or a queue.") : null)
        ?? Check.Id(ToAgent ?? ToQueue, "to") ?? Check.Words(Note, Limits.CommentLength, "note");
}
