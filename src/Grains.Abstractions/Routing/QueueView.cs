using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Conversations;
using Orleans;

namespace Grainline.Routing;

/// <summary>A queue as supervisors see it.</summary>
/// <param name="PolicyVersion">The version of the policy in force.</param>
/// <param name="Waiting">Conversations in line.</param>
/// <param name="LongestSince">Since when the longest of them waits (UTC).</param>
/// <param name="Agents">Those that have lately said something, without their skills and shifts.</param>
/// <param name="Open">Whether it is served now; always true without hours.</param>
/// <param name="OpensAt">When it opens again (UTC), while it is closed.</param>
/// <param name="Policy">Name and version of what is in force.</param>
/// <param name="Figures">Of the last hour and of today.</param>
/// <param name="Line">The first 50 of the line.</param>
[GenerateSerializer, Immutable, Alias("routing.view")]
public sealed record QueueView(
    string QueueId, QueueProfile Profile, long PolicyVersion, int Waiting, DateTimeOffset? LongestSince, ImmutableArray<AgentSnapshot> Agents,
    bool Open = true, DateTimeOffset? OpensAt = null, PolicyInForce? Policy = null, QueueFigures? Figures = null, ImmutableArray<WaitingView>? Line = null);

[GenerateSerializer, Immutable, Alias("routing.policy-in-force")]
public sealed record PolicyInForce(string Name, long Version);

/// <summary>One place in line as supervisors see it.</summary>
/// <param name="Priority">What counts, wherever it was said.</param>
/// <param name="Ring">How many steps of relaxation it has passed.</param>
[GenerateSerializer, Immutable, Alias("routing.waiting")]
public sealed record WaitingView(
    string ConversationId, VisitorSummary Visitor, string? Topic, Priority Priority, DateTimeOffset WaitingSince, int Ring);

/// <param name="LastHour">The last 60 minutes.</param>
/// <param name="Today">Since midnight in the time zone of the queue's hours, else UTC.</param>
[GenerateSerializer, Immutable, Alias("routing.figures")]
public sealed record QueueFigures(SpanFigures LastHour, SpanFigures Today);

/// <summary>What a queue did in a span of time.</summary>
/// <param name="Offered">Conversations that began to wait.</param>
/// <param name="Answered">Waits that ended with an agent.</param>
/// <param name="Abandoned">Waits that ended because the conversation did.</param>
/// <param name="WithinTarget">Of the answered, those within the target's seconds.</param>
/// <param name="ServiceLevel">Within target by answered and abandoned, 0 to 1; null while there are none.</param>
/// <param name="AverageWaitSeconds">Of the answered; null while there are none.</param>
/// <param name="LongestWaitSeconds">Of the answered and abandoned.</param>
/// <param name="Occupancy">Busy units by capacity units of agents that are not offline, 0 to 1 and above when forced; null when nobody was at work.</param>
/// <param name="EtaErrorSeconds">Mean absolute difference between the wait told at joining and the real one; null without samples.</param>
/// <param name="EtaBiasSeconds">Mean of told minus real: above 0 the queue promises too little.</param>
/// <param name="EtaSamples">Answered conversations that were told a wait when they joined.</param>
/// <param name="ToldErrorSeconds">The same mean over every wait that was told, also later ones; null without samples.</param>
/// <param name="ToldSamples">How many were told to conversations that were answered.</param>
[GenerateSerializer, Immutable, Alias("routing.span-figures")]
public sealed record SpanFigures(
    int Offered, int Answered, int Abandoned, int WithinTarget, double? ServiceLevel, double? AverageWaitSeconds, double LongestWaitSeconds,
    double? Occupancy, double? EtaErrorSeconds, double? EtaBiasSeconds, int EtaSamples, double? ToldErrorSeconds = null, int ToldSamples = 0);
