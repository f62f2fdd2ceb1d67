using System.Collections.Immutable;
using Grainline.Routing;
using Orleans;

namespace Grainline.Conversations;

/// <summary>Creates the conversation; a second call with the same key returns the view of the first.</summary>
/// <param name="Visitor">Who opens it.</param>
/// <param name="Queue">The queue's id within the tenant.</param>
/// <param name="Subject">At most <see cref="Limits.NameLength"/> characters.</param>
/// <param name="Language">BCP 47 tag, such as <c>en</c> or <c>zh-CN</c>.</param>
/// <param name="Attributes">At most <see cref="Limits.Attributes"/> pairs, for example the page the visitor is on.</param>
/// <param name="Channel">Decides the work size.</param>
/// <param name="Topic">An id; one that the queue does not list asks for nothing more.</param>
/// <param name="PastAgents">Who served this visitor before, newest first, at most three.</param>
[GenerateSerializer, Immutable, Alias("conversation.open")]
public sealed record OpenConversation(
    VisitorSummary Visitor, string Queue, string? Subject, string? Language, ImmutableDictionary<string, string> Attributes,
    string Channel = "web", string? Topic = null, ImmutableArray<string>? PastAgents = null);

/// <summary>Adds a message or, with <see cref="MessageKind.Note"/>, a note that visitors never see.</summary>
/// <param name="Author">Who writes.</param>
/// <param name="ClientMessageId">Unique in the conversation, made by the client: a retry with the same id answers with the first one's seq.</param>
/// <param name="Text">1 to <see cref="Limits.TextLength"/> characters; may be empty beside attachments.</param>
/// <param name="Kind"><see cref="MessageKind.Text"/> or <see cref="MessageKind.Note"/>.</param>
/// <param name="Attachments">Ids of at most <see cref="Limits.Attachments"/> files that the author has uploaded and not used yet.</param>
[GenerateSerializer, Immutable, Alias("conversation.post")]
public sealed record PostMessage(
    Actor Author, string ClientMessageId, string Text, MessageKind Kind = MessageKind.Text, ImmutableArray<string>? Attachments = null);

/// <summary>Asks for what came after a sequence number.</summary>
/// <param name="Reader">Decides which entries are visible.</param>
/// <param name="After">The last seq that the reader has; 0 for the beginning.</param>
/// <param name="Limit">1 to <see cref="Limits.PageSize"/>.</param>
[GenerateSerializer, Immutable, Alias("conversation.sync")]
public sealed record SyncMessages(Actor Reader, long After, int Limit);

[GenerateSerializer, Immutable, Alias("conversation.typing")]
public sealed record ShowTyping(Actor Author, string? Preview);

[GenerateSerializer, Immutable, Alias("conversation.read")]
public sealed record MarkRead(Actor Reader, long Seq);

[GenerateSerializer, Immutable, Alias("conversation.accept")]
public sealed record AcceptOffer(Actor Agent, string OfferId);

[GenerateSerializer, Immutable, Alias("conversation.decline")]
public sealed record DeclineOffer(Actor Agent, string OfferId, string? Reason);

/// <summary>Hands the conversation over: to the agent if named, else to the queue. Exactly one of the two is set.</summary>
[GenerateSerializer, Immutable, Alias("conversation.transfer")]
public sealed record TransferConversation(Actor By, string? ToAgent, string? ToQueue, string? Note);

/// <summary>Gives it to an agent whom nobody has asked.</summary>
/// <param name="By">A supervisor or administrator.</param>
/// <param name="Force">The agent's capacity is not asked. The load still counts.</param>
[GenerateSerializer, Immutable, Alias("conversation.assign")]
public sealed record AssignConversation(Actor By, string ToAgent, bool Force);

/// <summary>Says what it is about and how urgent it is. What is null stays as it was.</summary>
/// <param name="By">The serving agent, an agent of the queue that it waits in, or one who oversees.</param>
/// <param name="Topic">An id; one that the queue does not list asks for nothing more.</param>
[GenerateSerializer, Immutable, Alias("conversation.classify")]
public sealed record ClassifyConversation(Actor By, string? Topic, Priority? Priority);

/// <summary>Score 1 (bad) to 5 (good).</summary>
[GenerateSerializer, Immutable, Alias("conversation.rate")]
public sealed record RateConversation(Actor Visitor, int Score, string? Comment);

/// <summary>Shows staff that a ticket was made from this conversation; idempotent. Only ticket grains say it.</summary>
[GenerateSerializer, Immutable, Alias("conversation.show-ticket")]
public sealed record ShowTicket(string TicketId, long Number, Author By);
