using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Agents;
using Grainline.Conversations;

namespace Grainline.Routing;

/// <summary>What can happen in a queue. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(QueueConfigured), "routing.configured")]
[JsonDerivedType(typeof(LineJoined), "routing.joined")]
[JsonDerivedType(typeof(LineLeft), "routing.left")]
[JsonDerivedType(typeof(OfferDecided), "routing.decided")]
[JsonDerivedType(typeof(ServiceFinished), "routing.finished")]
internal abstract record RoutingEvent;

/// <summary>Each one is a new version of the queue's policy.</summary>
internal sealed record QueueConfigured(QueueProfile Profile) : RoutingEvent;

internal sealed record LineJoined(WaitingConversation Conversation, string? NotAgent) : RoutingEvent;

internal sealed record LineLeft(string ConversationId, string? Reason = null, string? AgentId = null) : RoutingEvent;

/// <summary>How the service of a conversation that came from this queue has ended: what figures and learning are made of.</summary>
internal sealed record ServiceFinished(ConversationOutcome Outcome) : RoutingEvent;

/// <summary>A decision with its reasons: who was looked at, with what score, and why others were passed over.</summary>
/// <param name="ConversationId">For whom.</param>
/// <param name="Offer">What was reserved.</param>
/// <param name="Agent">Who holds it.</param>
/// <param name="Policy">Name of the policy that decided.</param>
/// <param name="PolicyVersion">Seq of the configuration in force.</param>
/// <param name="Candidates">Those that could have been chosen, best first, at most 20.</param>
/// <param name="Rejected">Those that could not, with the reason, at most 20.</param>
internal sealed record OfferDecided(
    string ConversationId, OfferView Offer, AgentSummary Agent, string Policy, long PolicyVersion,
    ImmutableArray<ScoredCandidate> Candidates, ImmutableArray<RejectedCandidate> Rejected) : RoutingEvent;

internal sealed record ScoredCandidate(string AgentId, double Score, int Load, int Capacity);

internal sealed record RejectedCandidate(string AgentId, string Because);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RoutingEvent))]
internal sealed partial class RoutingJson : JsonSerializerContext;
