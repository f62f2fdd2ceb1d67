using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Journaling;
using Grainline.Routing;

namespace Grainline.Conversations;

/// <summary>What can happen to a conversation. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(ConversationOpened), "conversation.opened")]
[JsonDerivedType(typeof(MessagePosted), "conversation.message")]
[JsonDerivedType(typeof(ConversationQueued), "conversation.queued")]
[JsonDerivedType(typeof(OfferMade), "conversation.offered")]
[JsonDerivedType(typeof(OfferLapsed), "conversation.offer-lapsed")]
[JsonDerivedType(typeof(ConversationAssigned), "conversation.assigned")]
[JsonDerivedType(typeof(ConversationClassified), "conversation.classified")]
[JsonDerivedType(typeof(ConversationHeld), "conversation.held")]
[JsonDerivedType(typeof(ConversationResumed), "conversation.resumed")]
[JsonDerivedType(typeof(ConversationResolved), "conversation.resolved")]
[JsonDerivedType(typeof(ConversationClosed), "conversation.closed")]
[JsonDerivedType(typeof(ConversationRated), "conversation.rated")]
[JsonDerivedType(typeof(ReadMarked), "conversation.read")]
[JsonDerivedType(typeof(TicketLinked), "conversation.ticket")]
internal abstract record ConversationEvent;

internal sealed record ConversationOpened(
    VisitorSummary Visitor, string Queue, string? Subject, string? Language, ImmutableDictionary<string, string> Attributes,
    string? Channel = null, string? Topic = null, ImmutableArray<string>? PastAgents = null) : ConversationEvent;

/// <param name="Id">A time-ordered id; null in entries of before there were any.</param>
internal sealed record MessagePosted(
    string ClientMessageId, Author Author, MessageKind Kind, string Text, string? Id = null, ImmutableArray<AttachmentView>? Attachments = null) : ConversationEvent, IClientEvent;

internal sealed record ConversationQueued(string Queue, QueuedBecause Because, Author By) : ConversationEvent;

internal sealed record OfferMade(string OfferId, AgentSummary Agent, DateTimeOffset ExpiresAt) : ConversationEvent;

/// <param name="Because">What the agent said when it declined.</param>
internal sealed record OfferLapsed(string OfferId, AgentSummary Agent, string Reason, string? Because = null) : ConversationEvent;

internal sealed record ConversationAssigned(AgentSummary Agent, string? OfferId, Author By) : ConversationEvent;

/// <summary>Both as they are from now on.</summary>
internal sealed record ConversationClassified(string? Topic, Priority? Priority, Author By) : ConversationEvent;

internal sealed record ConversationHeld(Author By) : ConversationEvent;

internal sealed record ConversationResumed(Author By) : ConversationEvent;

internal sealed record ConversationResolved(Author By) : ConversationEvent;

internal sealed record ConversationClosed(Author By) : ConversationEvent;

internal sealed record ConversationRated(Author By, int Score, string? Comment) : ConversationEvent;

/// <summary>Both marks as they stand; written with the next append or a few seconds later, so that reading costs no commit of its own.</summary>
internal sealed record ReadMarked(long VisitorSeq, long StaffSeq) : ConversationEvent;

/// <summary>A ticket was made from this conversation.</summary>
internal sealed record TicketLinked(string TicketId, long Number, Author By) : ConversationEvent;

internal enum QueuedBecause
{
    Opened,
    Transferred,
    Returned,
    Reopened,

    /// <summary>Nobody of its queue had time: moved on by a ring of that queue, with its waiting time.</summary>
    Overflowed,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationEvent))]
internal sealed partial class ConversationJson : JsonSerializerContext;
