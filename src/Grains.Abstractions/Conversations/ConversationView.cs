using System.Collections.Immutable;
using Grainline.Routing;
using Orleans;

namespace Grainline.Conversations;

/// <summary>What lists and headers show of a conversation, as one audience sees it.</summary>
/// <param name="ConversationId">Id within the tenant.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Queue">Id of the queue that it waits in or came from.</param>
/// <param name="Visitor">Who opened it.</param>
/// <param name="Assignee">The serving agent, if any.</param>
/// <param name="Subject">What it is about, if said.</param>
/// <param name="Language">BCP 47 tag, if said.</param>
/// <param name="Attributes">For staff only; empty for visitors.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="WaitingSince">When it entered the waiting line, while it waits.</param>
/// <param name="Head">Last seq in this audience's view.</param>
/// <param name="Version">Last seq of the whole stream: of two views the one with the larger version is newer; equal versions may differ in position only.</param>
/// <param name="Position">Place in the waiting line from 1, while queued and known.</param>
/// <param name="EtaSeconds">Estimated wait, while queued and known.</param>
/// <param name="LastMessage">The newest text in this audience's view.</param>
/// <param name="VisitorReadSeq">The visitor has read up to here.</param>
/// <param name="StaffReadSeq">The agents have read up to here.</param>
/// <param name="Score">The visitor's rating, 1 to 5, if given.</param>
/// <param name="Topic">Id of what it is about, if said.</param>
/// <param name="Priority">Set by staff, for staff only; null leaves it to the topic and the queue.</param>
/// <param name="OpensAt">When its queue opens again (UTC), while it waits in one that is closed.</param>
/// <param name="Tickets">Tickets that were made from it, oldest first; for staff only, null for visitors.</param>
[GenerateSerializer, Immutable, Alias("conversation.view")]
public sealed record ConversationView(
    string ConversationId, ConversationStatus Status, string Queue, VisitorSummary Visitor, AgentSummary? Assignee, string? Subject, string? Language,
    ImmutableDictionary<string, string> Attributes, DateTimeOffset OpenedAt, DateTimeOffset? WaitingSince, long Head, long Version,
    int? Position, int? EtaSeconds, LastMessageView? LastMessage, long VisitorReadSeq, long StaffReadSeq, int? Score,
    string? Topic = null, Priority? Priority = null, DateTimeOffset? OpensAt = null, ImmutableArray<TicketReference>? Tickets = null);

[GenerateSerializer, Immutable, Alias("ticket.reference")]
public sealed record TicketReference(string TicketId, long Number);

[GenerateSerializer, Immutable, Alias("visitor.summary")]
public sealed record VisitorSummary(string Id, string Name, bool Verified, string? Email = null);

[GenerateSerializer, Immutable, Alias("agent.summary")]
public sealed record AgentSummary(string Id, string Name);

/// <param name="Text">At most 160 characters of it.</param>
[GenerateSerializer, Immutable, Alias("message.last")]
public sealed record LastMessageView(long Seq, Author Author, MessageKind Kind, string Text, DateTimeOffset At);
