using Grainline.Agents;
using Grainline.Conversations;
using Orleans;

namespace Grainline.Routing;

/// <summary>Puts a conversation in line, or asserts that it still waits. Idempotent; the place in line follows <c>WaitingSince</c>.</summary>
/// <param name="Conversation">Who waits.</param>
/// <param name="NotAgent">The agent that let the last offer pass.</param>
/// <param name="LapsedOffer">The offer that this call gives up; while another one is out, the answer is that offer.</param>
[GenerateSerializer, Immutable, Alias("routing.enqueue")]
public sealed record Enqueue(WaitingConversation Conversation, string? NotAgent = null, string? LapsedOffer = null);

/// <summary>Where a conversation stands with its queue.</summary>
/// <param name="ConversationId">Id within the tenant.</param>
/// <param name="Position">Place in line from 1; null while offered.</param>
/// <param name="EtaSeconds">Estimated wait, if there is enough history to tell.</param>
/// <param name="Offer">The offer that was reserved for it, if any.</param>
/// <param name="Agent">Who holds that offer.</param>
/// <param name="OpensAt">When the queue opens again (UTC), while it is closed.</param>
/// <param name="OverflowTo">The queue that it should move on to.</param>
/// <param name="Queue">Which queue says so: a late word of one that the conversation has left is not listened to.</param>
[GenerateSerializer, Immutable, Alias("routing.notice")]
public sealed record RoutingNotice(
    string ConversationId, int? Position, int? EtaSeconds, OfferView? Offer, AgentSummary? Agent,
    DateTimeOffset? OpensAt = null, string? OverflowTo = null, string? Queue = null);

/// <summary>Takes a conversation out of the line.</summary>
/// <param name="Reason">One of <see cref="LeftBecause"/>.</param>
/// <param name="AgentId">Who serves it from now on, if anybody.</param>
[GenerateSerializer, Immutable, Alias("routing.withdraw")]
public sealed record WithdrawFromQueue(string ConversationId, string Reason, string? AgentId = null);

/// <summary>Why a conversation has left its line. The words stand in the journal and never change.</summary>
public static class LeftBecause
{
    /// <summary>Its offer was accepted.</summary>
    public const string Accepted = "accepted";

    /// <summary>Taken out by hand: pulled by an agent, or given to one by a supervisor.</summary>
    public const string Pulled = "pulled";

    /// <summary>The visitor gave up.</summary>
    public const string Closed = "closed";

    /// <summary>Moved to another queue by hand.</summary>
    public const string Transferred = "transferred";

    /// <summary>Moved on to the queue that its ring names.</summary>
    public const string Overflowed = "overflowed";

    /// <summary>It does not wait any more for another reason, such as being resolved unserved by a supervisor.</summary>
    public const string Cancelled = "cancelled";
}

/// <summary>What came of a conversation that was served.</summary>
/// <param name="AgentId">Who served it last.</param>
/// <param name="Topic">What it was about, if said.</param>
/// <param name="HandleSeconds">From when that agent took it until its end, holds included.</param>
/// <param name="Resolved">An agent or supervisor said that it is solved; false when it was closed without that.</param>
/// <param name="Score">The visitor's rating, 1 to 5, if given yet.</param>
[GenerateSerializer, Immutable, Alias("routing.outcome")]
public sealed record ConversationOutcome(string ConversationId, string AgentId, string? Topic, double HandleSeconds, bool Resolved, int? Score = null);
