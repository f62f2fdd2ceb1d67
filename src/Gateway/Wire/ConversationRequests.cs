using System.Text.Json;
using Grainline.Conversations;
using Grainline.Refusals;

namespace Grainline.Gateway.Wire;

/// <summary>A call that names nothing but a conversation.</summary>
public sealed record ConversationRequest(string ConversationId) : HubRequest
{
    public override Refusal? Refuse() => Check.Conversation(ConversationId);
}

/// <summary>A call that is about all queues that the caller may see.</summary>
public sealed record QueuesRequest : HubRequest
{
    public override Refusal? Refuse() => null;
}

/// <param name="Text">May be empty beside attachments.</param>
/// <param name="Attachments">Ids of what the caller has uploaded.</param>
public sealed record PostRequest(string ConversationId, string ClientMessageId, string Text, JsonElement[]? Attachments = null) : HubRequest
{
    public override Refusal? Refuse() =>
        Check.Conversation(ConversationId) ?? Check.ClientMessageId(ClientMessageId)
        ?? Check.Attachments(Attachments) ?? (Text.Length == 0 && Attachments is { Length: > 0 } ? null : Check.Text(Text));

    internal PostMessage ToCommand(Actor author) =>
        new(author, ClientMessageId, PlainText.Normalise(Text), Attachments: Attachments is { Length: > 0 } ids ? [.. ids.Select(id => id.GetString()!)] : null);
}

/// <param name="After">The last seq that the client has applied; 0 for none.</param>
/// <param name="Limit">Page size; 200 when absent.</param>
public sealed record SyncRequest(string ConversationId, long After, int? Limit = null) : HubRequest
{
    public int PageSize => Limit ?? Limits.PageSize;

    public override Refusal? Refuse() =>
        Check.Conversation(ConversationId) ?? Check.Range(After, 0, long.MaxValue, "after")
        ?? Check.Range(PageSize, 1, Limits.PageSize, "limit");
}

public sealed record TypingRequest(string ConversationId, string? Preview = null) : HubRequest
{
    public override Refusal? Refuse() => Check.Conversation(ConversationId) ?? Check.Words(Preview, Limits.PreviewLength, "preview");
}

public sealed record ReadRequest(string ConversationId, long Seq) : HubRequest
{
    public override Refusal? Refuse() => Check.Conversation(ConversationId) ?? Check.Range(Seq, 0, long.MaxValue, "seq");
}
