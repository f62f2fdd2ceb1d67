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
internal abstract record RoutingEvent;

/// <summary>Each one is a new version of the queue's policy.</summary>
internal sealed record QueueConfigured(QueueProfile Profile) : RoutingEvent;

internal sealed record LineJoined(WaitingConversation Conversation, string? NotAgent) : RoutingEvent;

internal sealed record LineLeft(string ConversationId) : RoutingEvent;

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

internal sealed record ScoredCandidate(
    string AgentId, double Score, int Load, int Capacity, string? Name = null, ImmutableArray<ScorePart>? Parts = null);

/// <summary>One part of a score before it is weighted: <c>skill</c>, <c>load</c>, <c>idle</c>, <c>history</c> and what policies add.</summary>
internal sealed record ScorePart(string Name, double Value);

internal sealed record RejectedCandidate(string AgentId, string Because);

internal sealed record RejectedCount(string Because, int Agents);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RoutingEvent))]
internal sealed partial class RoutingJson : JsonSerializerContext;
