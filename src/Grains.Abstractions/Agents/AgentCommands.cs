using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Routing;
using Grainline.Shifts;
using Orleans;

namespace Grainline.Agents;

/// <summary>Who the agent is and whom it may serve; set by an administrator.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Capacity">Units of work, 1 to 100; a chat usually takes one.</param>
/// <param name="Queues">Ids of the queues that it serves.</param>
/// <param name="Skills">At most one entry a skill.</param>
/// <param name="Languages">BCP 47 tags; <c>zh</c> covers <c>zh-CN</c>.</param>
/// <param name="Shift">When it may be offered work; null for whenever it is available.</param>
[GenerateSerializer, Immutable, Alias("agent.profile")]
public sealed record AgentProfile(
    string Name, int Capacity, ImmutableArray<string> Queues, ImmutableArray<SkillLevel>? Skills = null, ImmutableArray<string>? Languages = null,
    WeeklyHours? Shift = null);

[GenerateSerializer, Immutable, Alias("agent.availability")]
public sealed record SetAvailability(AgentStatus Status, string? Reason);

/// <summary>The answer to <see cref="IAgentGrain.Reserve"/>: whether the slot is held, and how the agent stands, so that routing never works on a stale picture twice.</summary>
[GenerateSerializer, Immutable, Alias("agent.reservation")]
public sealed record Reservation(bool Held, AgentSnapshot Agent);

/// <summary>Turns a held offer, or (for a transfer or take-over) a free slot, into a served conversation.</summary>
/// <param name="ConversationId">Id within the tenant.</param>
/// <param name="OfferId">The held offer, or null when nobody was asked.</param>
/// <param name="View">As it will be once assigned; told to the agent's clients.</param>
/// <param name="Force">A supervisor's word: capacity is not asked. The load still counts.</param>
/// <param name="Work">What it takes of the agent's capacity; null for one slot. A held offer keeps the size that was reserved.</param>
[GenerateSerializer, Immutable, Alias("agent.take")]
public sealed record TakeConversation(string ConversationId, string? OfferId, ConversationView View, bool Force = false, WorkSize? Work = null);

/// <summary>Frees a slot, whether it was only offered or already served; idempotent.</summary>
/// <param name="ConversationId">Id within the tenant.</param>
/// <param name="OfferId">Set to free only this offer; null frees the conversation whatever holds it.</param>
/// <param name="Reason"><c>declined</c>, <c>expired</c>, <c>cancelled</c>, <c>resolved</c>, <c>closed</c>, <c>transferred</c>, <c>left</c>.</param>
/// <param name="View">The conversation as it is now, for the agent's list; null when the agent never saw it.</param>
/// <param name="Because">What the agent said when declining, at most <see cref="Limits.NameLength"/> characters.</param>
[GenerateSerializer, Immutable, Alias("agent.release")]
public sealed record ReleaseSlot(string ConversationId, string? OfferId, string Reason, ConversationView? View, string? Because = null);
