using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Routing;
using Grainline.Shifts;
using Orleans;

namespace Grainline.Agents;

public enum AgentStatus
{
    Offline,
    Available,
    Busy,
    Away,
}

/// <summary>An invitation to serve. It is a reservation: the slot is held until <paramref name="ExpiresAt"/>.</summary>
/// <param name="OfferId"><c>conversationId.n</c>, so that its conversation can be found from it.</param>
/// <param name="Conversation">What the agent sees before accepting.</param>
/// <param name="OfferedAt">UTC.</param>
/// <param name="ExpiresAt">UTC; after it the offer moves on.</param>
/// <param name="Work">What it takes of the agent's capacity; null for one slot.</param>
/// <param name="SkillMatch">How well the agent's skills fit, 0 to 1; null when nothing was asked.</param>
[GenerateSerializer, Immutable, Alias("offer.view")]
public sealed record OfferView(
    string OfferId, WaitingConversation Conversation, DateTimeOffset OfferedAt, DateTimeOffset ExpiresAt, WorkSize? Work = null, double? SkillMatch = null);

/// <summary>What routing and offers know of a conversation.</summary>
/// <param name="Channel">Decides the work size.</param>
/// <param name="Topic">One of the queue's topics, if said.</param>
/// <param name="Priority">Set by staff; null leaves it to the topic and the queue.</param>
/// <param name="PastAgents">Who served this visitor before, newest first, at most three.</param>
[GenerateSerializer, Immutable, Alias("conversation.waiting")]
public sealed record WaitingConversation(
    string ConversationId, string Queue, VisitorSummary Visitor, string? Subject, string? Language, string? LastText, DateTimeOffset WaitingSince,
    string Channel = "web", string? Topic = null, Priority? Priority = null, ImmutableArray<string>? PastAgents = null);

/// <param name="OfferId">The offer that is gone.</param>
/// <param name="Reason"><c>accepted</c>, <c>declined</c>, <c>expired</c>, <c>cancelled</c>.</param>
[GenerateSerializer, Immutable, Alias("offer.withdrawn")]
public sealed record OfferWithdrawnView(string OfferId, string Reason);

/// <param name="Status">What the agent, or the product for the agent, has chosen.</param>
/// <param name="Reason">Why, such as <c>lunch</c> or <c>missed-offer</c>.</param>
/// <param name="Since">When this status began (UTC).</param>
/// <param name="Load">Primary work in units: served and offered.</param>
/// <param name="Capacity">Units of primary work that it may have; a supervisor's word goes beyond it.</param>
/// <param name="InterruptibleLoad">Interruptible work in units, served and offered; taken only into what primary work leaves free.</param>
[GenerateSerializer, Immutable, Alias("load.view")]
public sealed record LoadView(AgentStatus Status, string? Reason, DateTimeOffset Since, int Load, int Capacity, int InterruptibleLoad = 0);

/// <summary>Everything an agent's client needs to start, or to start over after a gap in the feed.</summary>
/// <param name="AgentId">Id within the tenant.</param>
/// <param name="Name">Display name.</param>
/// <param name="Conversations">Ids of the conversations served now.</param>
/// <param name="Offers">Held offers.</param>
/// <param name="Load">Status, load and capacity.</param>
/// <param name="Feed">The feed number that this picture includes: the next event has one more.</param>
[GenerateSerializer, Immutable, Alias("inbox.state")]
public sealed record InboxState(
    string AgentId, string Name, ImmutableArray<string> Conversations, ImmutableArray<OfferView> Offers, LoadView Load, long Feed);

/// <summary>An agent as routing and supervisors see it.</summary>
/// <param name="Load">Primary work in units: served and offered.</param>
/// <param name="InterruptibleLoad">Interruptible work in units, which primary work may come in on top of.</param>
/// <param name="IdleSince">When it was last given work, or became available if that was later (UTC).</param>
[GenerateSerializer, Immutable, Alias("agent.snapshot")]
public sealed record AgentSnapshot(
    string AgentId, string Name, AgentStatus Status, string? Reason, DateTimeOffset Since, int Load, int Capacity, ImmutableArray<string> Queues, long Version,
    int InterruptibleLoad = 0, DateTimeOffset? IdleSince = null, ImmutableArray<SkillLevel>? Skills = null, ImmutableArray<string>? Languages = null,
    WeeklyHours? Shift = null);

/// <summary>Asks for an agent's status intervals.</summary>
/// <param name="From">Intervals that end at or before it are left out (UTC).</param>
/// <param name="To">Intervals that begin at or after it are left out (UTC).</param>
/// <param name="After"><see cref="StatusPage.Next"/> of the page before; 0 for the first.</param>
/// <param name="Limit">1 to 200 intervals.</param>
[GenerateSerializer, Immutable, Alias("agent.status-query")]
public sealed record StatusQuery(DateTimeOffset From, DateTimeOffset To, long After, int Limit);

/// <param name="From">UTC.</param>
/// <param name="To">UTC; null while it lasts.</param>
[GenerateSerializer, Immutable, Alias("agent.status-interval")]
public sealed record StatusInterval(AgentStatus Status, string? Reason, DateTimeOffset From, DateTimeOffset? To);

/// <param name="Items">Oldest first, whole intervals: the first may begin before, the last may end after what was asked.</param>
/// <param name="Next">Where the next page begins; null at the end. A page may be empty although there is a next one: each reads a bounded part of the journal.</param>
[GenerateSerializer, Immutable, Alias("agent.status-page")]
public sealed record StatusPage(ImmutableArray<StatusInterval> Items, long? Next);
