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
[JsonDerivedType(typeof(PolicyPublished), "routing.policy-published")]
[JsonDerivedType(typeof(PolicyRolledBack), "routing.policy-rolled-back")]
[JsonDerivedType(typeof(ServiceFinished), "routing.finished")]
[JsonDerivedType(typeof(AgentsWatched), "routing.agents-watched")]
internal abstract record RoutingEvent;

/// <summary>A profile that names another policy than the one before publishes that policy, too.</summary>
internal sealed record QueueConfigured(QueueProfile Profile) : RoutingEvent;

/// <param name="NotAgent">The agent that let the last offer pass.</param>
/// <param name="EtaSeconds">The wait that is told at joining, if one is.</param>
internal sealed record LineJoined(WaitingConversation Conversation, string? NotAgent, int? EtaSeconds = null) : RoutingEvent;

/// <param name="Reason">One of <see cref="LeftBecause"/>, or null for a conversation that fell silent: it joins again if it still waits.</param>
/// <param name="AgentId">Who serves it now.</param>
/// <param name="Told">How true the waits were that it was told, if an agent has it.</param>
internal sealed record LineLeft(string ConversationId, string? Reason = null, string? AgentId = null, WaitsTold? Told = null) : RoutingEvent;

/// <param name="Samples">How often a wait was told.</param>
/// <param name="ErrorSeconds">Sum of the absolute differences from the real waits.</param>
internal sealed record WaitsTold(int Samples, double ErrorSeconds);

/// <summary>A decision with its reasons: who was looked at, with what score, and why others were passed over.</summary>
/// <param name="ConversationId">For whom.</param>
/// <param name="Offer">What was reserved.</param>
/// <param name="Agent">Who holds it.</param>
/// <param name="Policy">Name of the policy that decided.</param>
/// <param name="PolicyVersion">Version of the policy.</param>
/// <param name="Candidates">Those that could have been chosen, best first, at most 20.</param>
/// <param name="Rejected">Those that could not, with the reason, at most 20.</param>
/// <param name="Counts">All of those by reason.</param>
/// <param name="Ring">How many steps of relaxation had passed.</param>
internal sealed record OfferDecided(
    string ConversationId, OfferView Offer, AgentSummary Agent, string Policy, long PolicyVersion,
    ImmutableArray<ScoredCandidate> Candidates, ImmutableArray<RejectedCandidate> Rejected,
    ImmutableArray<RejectedCount>? Counts = null, int? Ring = null) : RoutingEvent;

internal sealed record ScoredCandidate(
    string AgentId, double Score, int Load, int Capacity, string? Name = null, ImmutableArray<ScorePart>? Parts = null);

/// <summary>One part of a score before it is weighted: <c>skill</c>, <c>load</c>, <c>idle</c>, <c>history</c> and what policies add.</summary>
internal sealed record ScorePart(string Name, double Value);

internal sealed record RejectedCandidate(string AgentId, string Because);

internal sealed record RejectedCount(string Because, int Agents);

internal sealed record PolicyPublished(long Version, RoutingPolicySpec Spec, Author By, string? Note) : RoutingEvent;

/// <param name="Version">What was in force.</param>
/// <param name="ToVersion">What is in force from now on.</param>
internal sealed record PolicyRolledBack(long Version, long ToVersion, Author By) : RoutingEvent;

/// <summary>How the service of a conversation that came from this queue has ended: what figures and learning are made of.</summary>
internal sealed record ServiceFinished(ConversationOutcome Outcome) : RoutingEvent;

/// <summary>How busy those at work were since the last such event: once a minute while anybody is.</summary>
/// <param name="BusySeconds">Units of work times seconds.</param>
/// <param name="CapacitySeconds">Units of capacity times seconds, of agents that were not offline.</param>
internal sealed record AgentsWatched(double BusySeconds, double CapacitySeconds) : RoutingEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RoutingEvent))]
[JsonSerializable(typeof(QueueProfile))]
internal sealed partial class RoutingJson : JsonSerializerContext;
