using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;

namespace Grainline.Conversations;

public enum MessageKind
{
    Text,
    Note,
    File,
    Card,

    /// <summary>Something happened (assigned, resolved, ...): <see cref="MessageView.Text"/> holds the event's name, <see cref="MessageView.Author"/> who did it.</summary>
    Event,
}

[GenerateSerializer, Immutable, Alias("author")]
public sealed record Author(ActorKind Kind, string Id, string Name);

/// <summary>One visible entry of a conversation as one audience sees it.</summary>
/// <param name="ConversationId">Id within the tenant.</param>
/// <param name="Seq">Counts every entry of the conversation from 1, hidden ones included.</param>
/// <param name="ClientMessageId">Null for events.</param>
/// <param name="Author">Who wrote or did it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words; for events the event's name.</param>
/// <param name="Attachments">At most <see cref="Limits.Attachments"/>, in the author's order. Their bytes may be gone by now.</param>
/// <param name="At">When the conversation accepted it (UTC).</param>
/// <param name="Prev">Seq of the entry before it in this audience's view, 0 for the first: a reader whose last seq differs has a gap.</param>
[GenerateSerializer, Immutable, Alias("message.view")]
public sealed record MessageView(
    string ConversationId, long Seq, string? ClientMessageId, Author Author, MessageKind Kind, string Text,
    ImmutableArray<AttachmentView> Attachments, DateTimeOffset At, long Prev)
{
    /// <summary>For events: who or what the event is about, such as the assigned agent's name.</summary>
    [Id(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? About { get; init; }

    /// <summary>For messages: the text of a <see cref="Ids.TimeOrderedId"/>, unique in the installation. Null for events and for what was stored before there were ids.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }
}

/// <summary>A file of a message or a ticket.</summary>
/// <param name="Id">Within the tenant.</param>
/// <param name="Name">Of the file.</param>
/// <param name="ContentType">What its bytes show.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="PreviewWidth">Pixels of its small picture; null without one.</param>
/// <param name="PreviewHeight">Pixels of its small picture; null without one.</param>
[GenerateSerializer, Immutable, Alias("attachment.view")]
public sealed record AttachmentView(string Id, string Name, string ContentType, long Bytes, int? PreviewWidth = null, int? PreviewHeight = null);

/// <summary>The ack of a post.</summary>
/// <param name="Seq">Its place in the conversation.</param>
/// <param name="At">When it was accepted (UTC).</param>
/// <param name="Duplicate">True when the client message id was known: nothing was added.</param>
[GenerateSerializer, Immutable, Alias("posted")]
public sealed record Posted(long Seq, DateTimeOffset At, bool Duplicate);

/// <summary>One page of what a reader has not seen.</summary>
/// <param name="Messages">In seq order.</param>
/// <param name="Head">The last seq in this reader's view: the reader is complete when it has it.</param>
/// <param name="Conversation">The state at the same instant.</param>
[GenerateSerializer, Immutable, Alias("message.page")]
public sealed record MessagePage(ImmutableArray<MessageView> Messages, long Head, ConversationView Conversation);
