using System.Collections.Immutable;
using Grainline.Shifts;
using Orleans;

namespace Grainline.Routing;

/// <summary>How a queue works. How it chooses among agents is its policy, which is published in versions (<see cref="RoutingPolicySpec"/>).</summary>
/// <param name="Name">Display name.</param>
/// <param name="Policy">Name of the policy that it starts with, such as <c>least-loaded</c>.</param>
/// <param name="OfferSeconds">How long an agent has to answer, 5 to 600.</param>
/// <param name="Needs">What every conversation of the queue needs; null for nothing.</param>
/// <param name="Topics">What a conversation may be about and what that needs in addition.</param>
/// <param name="Rings">Steps that relax the needs while a conversation waits, by growing delay.</param>
/// <param name="Channels">Work sizes by channel; a channel that is not named weighs one slot.</param>
/// <param name="Hours">When it is served; null for always. Outside, visitors leave a message and keep their place.</param>
/// <param name="Target">The promise that the service level is measured against; null for 80 % within 30 s.</param>
[GenerateSerializer, Immutable, Alias("routing.profile")]
public sealed record QueueProfile(
    string Name, string Policy, int OfferSeconds, QueueNeeds? Needs = null, ImmutableArray<QueueTopic>? Topics = null,
    ImmutableArray<OverflowRing>? Rings = null, ImmutableArray<ChannelWork>? Channels = null, WeeklyHours? Hours = null, ServiceTarget? Target = null);

/// <param name="Required">An agent must have all of these, each at this level or above.</param>
/// <param name="Preferred">Agents that have these score higher under policies that look at skills.</param>
/// <param name="MatchLanguage">The agent must speak the conversation's language, if that was said.</param>
/// <param name="Priority">Of conversations for which nothing else says otherwise.</param>
/// <param name="StickySeconds">A returning visitor's last agent is waited for this long before others are asked; 0 for not at all.</param>
[GenerateSerializer, Immutable, Alias("routing.needs")]
public sealed record QueueNeeds(
    ImmutableArray<SkillLevel> Required, ImmutableArray<SkillLevel> Preferred, bool MatchLanguage = false, Priority Priority = Priority.Normal, int StickySeconds = 0);

/// <param name="Id">What the conversation's topic says.</param>
/// <param name="Name">Display name.</param>
[GenerateSerializer, Immutable, Alias("routing.topic")]
public sealed record QueueTopic(
    string Id, string Name, ImmutableArray<SkillLevel> Required, ImmutableArray<SkillLevel> Preferred, Priority Priority = Priority.Normal);

/// <summary>What is asked less once a conversation has waited this long. Rings add up.</summary>
/// <param name="AfterSeconds">Since it began to wait.</param>
/// <param name="LowerLevelsBy">Required levels fall by this, never below 1.</param>
/// <param name="DropSkills">Skills not required any more.</param>
/// <param name="AnyLanguage">Language is not asked any more.</param>
/// <param name="ToQueue">Moves on to this queue, keeping its waiting time.</param>
[GenerateSerializer, Immutable, Alias("routing.ring")]
public sealed record OverflowRing(int AfterSeconds, int LowerLevelsBy = 0, ImmutableArray<string>? DropSkills = null, bool AnyLanguage = false, string? ToQueue = null);

/// <param name="Channel">Such as <c>web</c>.</param>
[GenerateSerializer, Immutable, Alias("routing.channel")]
public sealed record ChannelWork(string Channel, WorkSize Work);

/// <param name="Seconds">Answered within this many seconds counts as kept.</param>
/// <param name="Share">How many of them, 0 to 1, should be.</param>
[GenerateSerializer, Immutable, Alias("routing.target")]
public sealed record ServiceTarget(int Seconds, double Share)
{
    public static readonly ServiceTarget Usual = new(30, 0.8);
}
