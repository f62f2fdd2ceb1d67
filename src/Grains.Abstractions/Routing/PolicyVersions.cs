using System.Collections.Immutable;
using Grainline.Conversations;
using Orleans;

namespace Grainline.Routing;

/// <param name="By">An administrator.</param>
/// <param name="Note">Why; at most 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("routing.publish")]
public sealed record PublishPolicy(RoutingPolicySpec Spec, Actor By, string? Note = null);

/// <param name="ToVersion">Null for the version that was in force before the present one.</param>
[GenerateSerializer, Immutable, Alias("routing.roll-back")]
public sealed record RollBackPolicy(Actor By, long? ToVersion = null);

/// <summary>One version of a queue's policy. Version 1 is the one that its profile names.</summary>
/// <param name="Version">From 1; rolling back makes no new one.</param>
/// <param name="At">When it was published (UTC).</param>
/// <param name="By">Null for a version that came with the profile.</param>
/// <param name="InForce">Whether it decides now.</param>
/// <param name="Estimate">Answered when a learned policy is published: what it is expected to change.</param>
[GenerateSerializer, Immutable, Alias("routing.policy-version")]
public sealed record PolicyVersionView(long Version, RoutingPolicySpec Spec, DateTimeOffset At, Author? By, string? Note, bool InForce, LearningEstimate? Estimate = null);

/// <param name="Items">Newest first, at most 200.</param>
/// <param name="Learned">What the learned policy would change, or does; null while too little is known to say anything.</param>
[GenerateSerializer, Immutable, Alias("routing.policies")]
public sealed record PolicyList(ImmutableArray<PolicyVersionView> Items, LearningEstimate? Learned = null);
