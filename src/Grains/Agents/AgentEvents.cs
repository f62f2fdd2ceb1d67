using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Grainline.Agents;

/// <summary>What can happen to an agent. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(AgentConfigured), "agent.configured")]
[JsonDerivedType(typeof(AvailabilityChanged), "agent.availability")]
[JsonDerivedType(typeof(OfferReserved), "agent.offer-reserved")]
[JsonDerivedType(typeof(OfferReleased), "agent.offer-released")]
[JsonDerivedType(typeof(ConversationTaken), "agent.conversation-taken")]
[JsonDerivedType(typeof(ConversationReleased), "agent.conversation-released")]
internal abstract record AgentEvent;

internal sealed record AgentConfigured(string Name, int Capacity, ImmutableArray<string> Queues) : AgentEvent;

/// <summary>Begins a status interval and ends the one before it.</summary>
internal sealed record AvailabilityChanged(AgentStatus Status, string? Reason) : AgentEvent;

internal sealed record OfferReserved(OfferView Offer) : AgentEvent;

internal sealed record OfferReleased(string OfferId, string Reason) : AgentEvent;

internal sealed record ConversationTaken(string ConversationId, string? OfferId) : AgentEvent;

internal sealed record ConversationReleased(string ConversationId, string Reason) : AgentEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AgentEvent))]
internal sealed partial class AgentJson : JsonSerializerContext;
