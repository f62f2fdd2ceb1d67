using Grainline.Agents;
using Grainline.Conversations;

namespace Grainline.Gateway.Wire;

/// <summary>The last seq of a conversation in the receiver's view: a client that has less has a gap.</summary>
public sealed record HeadEvent(string ConversationId, long Head);

/// <summary>A gap of unknown size.</summary>
public sealed record ResyncEvent(string ConversationId);

/// <summary>This socket is about to be closed.</summary>
/// <param name="Code">3000-3499 come back, 3500-3999 stay away: <c>docs/errors.md</c>.</param>
/// <param name="RetryAfterMs">How long to wait before coming back; spread so that not everybody comes at once.</param>
public sealed record GoAwayEvent(int Code, string Reason, int RetryAfterMs);

/// <param name="Feed">Null for a change outside the agent's own feed.</param>
public sealed record ConversationEvent(ConversationView Conversation, long? Feed);

public sealed record OfferEvent(OfferView Offer, long Feed);

public sealed record OfferWithdrawnEvent(string OfferId, string Reason, long Feed);

public sealed record LoadEvent(AgentStatus Status, string? Reason, DateTimeOffset Since, int Load, int Capacity, long Feed, int InterruptibleLoad = 0);
