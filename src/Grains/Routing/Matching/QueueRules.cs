using Grainline.Agents;

namespace Grainline.Routing.Matching;

/// <summary>What a queue's profile makes of a conversation: its demand, its rank in line, and when either changes. Pure.</summary>
/// <param name="profile">The queue.</param>
/// <param name="headStart">How much older a conversation counts for each step of priority.</param>
internal sealed class QueueRules(QueueProfile profile, TimeSpan headStart)
{
    private readonly Dictionary<string, QueueTopic> _topics = profile.Topics?.ToDictionary(topic => topic.Id) ?? [];
    private readonly Dictionary<string, WorkSize> _work = profile.Channels?.ToDictionary(channel => channel.Channel, channel => channel.Work) ?? [];
    private readonly OverflowRing[] _rings = profile.Rings is { } rings ? [.. rings.OrderBy(ring => ring.AfterSeconds)] : [];
    private readonly TimeSpan _sticky = TimeSpan.FromSeconds(profile.Needs?.StickySeconds ?? 0);

    public WorkSize Work(string channel) => _work.GetValueOrDefault(channel, WorkSize.One);

    public Priority Priority(WaitingConversation waiting) => waiting.Priority ?? Topic(waiting)?.Priority ?? profile.Needs?.Priority ?? Routing.Priority.Normal;

    /// <summary>The line is in the order of these. It never changes while the conversation waits: all age at the same pace.</summary>
    public DateTimeOffset Rank(WaitingConversation waiting) => waiting.WaitingSince - (headStart * (int)Priority(waiting));

    /// <summary>How many rings have passed.</summary>
    public int Ring(WaitingConversation waiting, DateTimeOffset now) => _rings.Count(ring => waiting.WaitingSince.AddSeconds(ring.AfterSeconds) <= now);

    /// <summary>Whether anybody is ever waited for.</summary>
    public bool IsSticky => _sticky > TimeSpan.Zero;

    /// <summary>The agent that is waited for before anybody else is asked; null for nobody.</summary>
    public string? WaitsFor(WaitingConversation waiting, DateTimeOffset now) =>
        waiting.PastAgents is [var last, ..] && now - waiting.WaitingSince < _sticky ? last : null;

    public Demand Demand(WaitingConversation waiting, DateTimeOffset now, string? onlyAgent)
    {
        var needs = new Needs(profile.Needs?.Required ?? [], profile.Needs?.Preferred ?? []);
        if (Topic(waiting) is { } topic)
            needs = needs.And(topic.Required, topic.Preferred);
        var language = profile.Needs?.MatchLanguage == true ? waiting.Language : null;
        foreach (var ring in _rings.AsSpan(0, Ring(waiting, now)))
            (needs, language) = (needs.Relaxed(ring), ring.AnyLanguage ? null : language);
        return new(needs, language, Work(waiting.Channel), waiting.Topic, onlyAgent);
    }

    /// <summary>The queue that the conversation should have moved on to by now, if any.</summary>
    public string? OverflowTo(WaitingConversation waiting, DateTimeOffset now) =>
        _rings.AsSpan(0, Ring(waiting, now)) is [.., { ToQueue: { } queue }] ? queue : null;

    /// <summary>When the demand is next another one; null when it stays.</summary>
    public DateTimeOffset? NextChange(WaitingConversation waiting, DateTimeOffset now)
    {
        DateTimeOffset? next = WaitsFor(waiting, now) is null ? null : waiting.WaitingSince + _sticky;
        return Ring(waiting, now) is var passed && passed < _rings.Length && waiting.WaitingSince.AddSeconds(_rings[passed].AfterSeconds) is var at && !(next < at)
            ? at
            : next;
    }

    private QueueTopic? Topic(WaitingConversation waiting) => waiting.Topic is { } id ? _topics.GetValueOrDefault(id) : null;
}
