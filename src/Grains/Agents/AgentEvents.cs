using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Routing;
using Grainline.Shifts;

namespace Grainline.Agents;

/// <summary>What can happen to an agent. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(AgentConfigured), "agent.configured")]
[JsonDerivedType(typeof(AvailabilityChanged), "agent.availability")]
[JsonDerivedType(typeof(OfferReserved), "agent.offer-reserved")]
[JsonDerivedType(typeof(OfferReleased), "agent.offer-released")]
[JsonDerivedType(typeof(ConversationTaken), "agent.conversation-taken")]
[JsonDerivedType(typeof(ConversationReleased), "agent.conversation-released")]
internal abstract record AgentEvent;

internal sealed record AgentConfigured(
    string Name, int Capacity, ImmutableArray<string> Queues, ImmutableArray<SkillLevel>? Skills = null, ImmutableArray<string>? Languages = null,
    WeeklyHours? Shift = null) : AgentEvent;

/// <summary>Begins a status interval and ends the one before it.</summary>
/// <param name="Ended">The interval that ends here, so that it can be told without looking for its beginning.</param>
internal sealed record AvailabilityChanged(AgentStatus Status, string? Reason, EndedStatus? Ended = null) : AgentEvent;

internal sealed record EndedStatus(AgentStatus Status, string? Reason, DateTimeOffset Since);

internal sealed record OfferReserved(OfferView Offer) : AgentEvent;

/// <param name="Because">What the agent said when it declined.</param>
/// <param name="Excused">It expired while the agent may not have seen it: it does not count as missed.</param>
internal sealed record OfferReleased(string OfferId, string Reason, string? Because = null, bool? Excused = null) : AgentEvent;

/// <param name="Work">Null for one slot.</param>
internal sealed record ConversationTaken(string ConversationId, string? OfferId, WorkSize? Work = null) : AgentEvent;

internal sealed record ConversationReleased(string ConversationId, string Reason) : AgentEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AgentEvent))]
internal sealed partial class AgentJson : JsonSerializerContext;
