using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Conversations;

namespace Grainline.Gateway.Wire;

/// <summary>Everything an agent's client needs to start, or to start over after a gap in its feed.</summary>
/// <param name="Feed">The feed number that this picture includes: the next event has one more.</param>
public sealed record InboxView(
    string AgentId, string Name, ImmutableArray<ConversationView> Conversations, ImmutableArray<OfferView> Offers,
    AgentStatus Status, string? Reason, DateTimeOffset Since, int Load, int Capacity, long Feed, int InterruptibleLoad = 0)
{
    public static InboxView Of(InboxState state, ImmutableArray<ConversationView> conversations) => new(
        state.AgentId, state.Name, conversations, state.Offers,
        state.Load.Status, state.Load.Reason, state.Load.Since, state.Load.Load, state.Load.Capacity, state.Feed, state.Load.InterruptibleLoad);
}
