using Grainline.Conversations;
using Grainline.Refusals;

namespace Grainline.Agents;

/// <summary>When an agent may hold or take one more. Pure: a null means yes.</summary>
internal static class AgentRules
{
    public static readonly Refusal OfferGone = new(ErrorCode.OfferGone, "This offer has moved on.");
    public static readonly Refusal NotFound = new(ErrorCode.AgentNotFound, "There is no such agent.");
    private static readonly Refusal Full = new(ErrorCode.AgentAtCapacity, "The agent has no free slot.");
    private static readonly Refusal Unavailable = new(ErrorCode.AgentUnavailable, "The agent is not available.");

    public static Refusal? MayReserve(AgentState s, ReserveSlot command) =>
        s.Capacity == 0 ? NotFound
        : s.Status != AgentStatus.Available ? Unavailable
        : !s.Queues.Contains(command.Conversation.Queue) ? Unavailable
        : s.Served.Contains(command.Conversation.ConversationId) || Holds(s, command.Conversation.ConversationId) ? Unavailable
        : s.HasFreeSlot ? null : Full;

    public static Refusal? MayTake(AgentState s, TakeConversation command) => command switch
    {
        _ when s.Capacity == 0 => NotFound,
        { OfferId: { } offer } => s.Offers.TryGetValue(offer, out var held) && IsFor(held, command.View) ? null : OfferGone,
        { Force: true } => null,
        _ => s.Status == AgentStatus.Offline ? Unavailable : s.HasFreeSlot ? null : Full,
    };

    public static Refusal? MayConfigure(AgentProfile profile) =>
        profile.Name is not { Length: > 0 and <= Limits.NameLength } ? new(ErrorCode.InvalidArgument, $"A name has 1 to {Limits.NameLength} characters.")
        : profile.Capacity is < 1 or > 100 ? new(ErrorCode.InvalidArgument, "Capacity is 1 to 100.")
        : profile.Queues.IsDefault || !profile.Queues.All(TenantScoped.IsId) ? new(ErrorCode.InvalidArgument, "Queues are ids.")
        : null;

    /// <summary>Not for a conversation that was moved to another queue after it was offered.</summary>
    private static bool IsFor(OfferView held, ConversationView conversation) =>
        held.Conversation.ConversationId == conversation.ConversationId && held.Conversation.Queue == conversation.Queue;

    private static bool Holds(AgentState s, string conversationId) => s.Offers.Values.Any(o => o.Conversation.ConversationId == conversationId);
}
