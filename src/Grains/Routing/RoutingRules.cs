using System.Collections.Immutable;
using System.Text.Json;
using Grainline.Agents;
using Grainline.Refusals;
using Grainline.Routing.Policies;
using Grainline.Shifts;

namespace Grainline.Routing;

/// <summary>What a queue's configuration must be. Pure: a null means yes.</summary>
internal static class RoutingRules
{
    private const int Skills = 20;
    private const int Topics = 50;
    private const int Rings = 10;
    private const int Channels = 20;
    private const int LongestDelay = 30 * 86_400;

    public static Refusal? MayConfigure(string queueId, QueueProfile profile, RoutingPolicies policies) =>
        profile.Name is not { Length: > 0 and <= Limits.NameLength } ? Invalid($"A queue's name has 1 to {Limits.NameLength} characters.")
        : profile.OfferSeconds is < 5 or > 600 ? Invalid("An offer lasts 5 to 600 seconds.")
        : profile.Policy == Learned.Name ? Invalid("A queue starts with another policy; the learned one is published once enough is known.")
        : policies.Refuse(new(profile.Policy))
            ?? (profile.Needs is { } needs ? MayNeed(needs) : null)
            ?? MayHaveTopics(profile.Topics ?? [])
            ?? MayHaveRings(queueId, profile.Rings ?? [])
            ?? MayHaveChannels(profile.Channels ?? [])
            ?? (profile.Hours is { } hours ? ShiftRules.MayKeep(hours) : null)
            ?? (profile.Target is { } target ? MayPromise(target) : null);

    /// <summary>By value: records compare their arrays by reference, so their JSON is compared.</summary>
    public static bool Same(QueueProfile? known, QueueProfile profile) =>
        known is not null && JsonSerializer.Serialize(known, RoutingJson.Default.QueueProfile) == JsonSerializer.Serialize(profile, RoutingJson.Default.QueueProfile);

    /// <summary>Whether routing would treat both the same. What was said last is no part of it.</summary>
    public static bool Alike(WaitingConversation a, WaitingConversation b) =>
        a.WaitingSince == b.WaitingSince && a.Channel == b.Channel && a.Topic == b.Topic && a.Priority == b.Priority && a.Language == b.Language
        && (a.PastAgents ?? []).AsSpan().SequenceEqual((b.PastAgents ?? []).AsSpan());

    private static Refusal? MayNeed(QueueNeeds needs) =>
        MayAsk(needs.Required) ?? MayAsk(needs.Preferred)
        ?? (!Enum.IsDefined(needs.Priority) ? Invalid("There is no such priority.")
            : needs.StickySeconds is < 0 or > 86_400 ? Invalid("'stickySeconds' is 0 to 86400.")
            : null);

    private static Refusal? MayAsk(ImmutableArray<SkillLevel> skills)
    {
        if (skills.IsDefault || skills.Length > Skills)
            return Invalid($"There are at most {Skills} skills.");
        foreach (var skill in skills)
        {
            if (skill is null || !TenantScoped.IsId(skill.Skill) || skill.Level is < 1 or > 5)
                return Invalid("A skill is an id with a level from 1 to 5.");
        }

        return skills.DistinctBy(s => s.Skill).Count() == skills.Length ? null : Invalid("A skill is named once.");
    }

    private static Refusal? MayHaveTopics(ImmutableArray<QueueTopic> topics)
    {
        if (topics.IsDefault || topics.Length > Topics)
            return Invalid($"There are at most {Topics} topics.");
        foreach (var topic in topics)
        {
            if (topic is null || !TenantScoped.IsId(topic.Id) || topic.Name is not { Length: > 0 and <= Limits.NameLength } || !Enum.IsDefined(topic.Priority))
                return Invalid("A topic has an id, a name and a priority.");
            if ((MayAsk(topic.Required) ?? MayAsk(topic.Preferred)) is { } refusal)
                return refusal;
        }

        return topics.DistinctBy(t => t.Id).Count() == topics.Length ? null : Invalid("A topic's id is used once.");
    }

    private static Refusal? MayHaveRings(string queueId, ImmutableArray<OverflowRing> rings)
    {
        if (rings.IsDefault || rings.Length > Rings)
            return Invalid($"There are at most {Rings} rings.");
        var last = 0;
        foreach (var ring in rings)
        {
            if (ring is null || ring.AfterSeconds <= last || ring.AfterSeconds > LongestDelay)
                return Invalid($"Rings have growing delays from 1 to {LongestDelay} seconds.");
            if (ring.LowerLevelsBy is < 0 or > 4 || ring.DropSkills is { } drop && (drop.IsDefault || drop.Length > Skills || !drop.All(TenantScoped.IsId)))
                return Invalid($"A ring lowers levels by 0 to 4 and drops at most {Skills} skills.");
            if (ring.ToQueue is { } queue && (!TenantScoped.IsId(queue) || queue == queueId))
                return Invalid("A ring overflows to another queue.");
            last = ring.AfterSeconds;
        }

        return null;
    }

    private static Refusal? MayHaveChannels(ImmutableArray<ChannelWork> channels) =>
        channels.IsDefault || channels.Length > Channels ? Invalid($"There are at most {Channels} channels.")
        : !channels.All(c => c is { Work.Weight: >= 1 and <= 100 } && TenantScoped.IsId(c.Channel)) ? Invalid("A channel weighs 1 to 100 units.")
        : channels.DistinctBy(c => c.Channel).Count() != channels.Length ? Invalid("A channel is named once.")
        : null;

    private static Refusal? MayPromise(ServiceTarget target) =>
        target.Seconds is < 1 or > 86_400 ? Invalid("A target has 1 to 86400 seconds.")
        : !(target.Share is > 0 and <= 1) ? Invalid("A target's share is above 0 and at most 1.")
        : null;

    private static Refusal Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
