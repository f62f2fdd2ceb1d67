using System.Collections.Immutable;
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
[GenerateSerializer, Immutable, Alias("routing.notice")]
public sealed record RoutingNotice(
    string ConversationId, int? Position, int? EtaSeconds, OfferView? Offer, AgentSummary? Agent,
    DateTimeOffset? OpensAt = null, string? OverflowTo = null);

/// <summary>A queue as supervisors see it.</summary>
[GenerateSerializer, Immutable, Alias("routing.view")]
public sealed record QueueView(
    string QueueId, QueueProfile Profile, long PolicyVersion, int Waiting, DateTimeOffset? LongestSince, ImmutableArray<AgentSnapshot> Agents);
