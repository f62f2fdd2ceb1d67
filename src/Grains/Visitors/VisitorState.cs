using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Conversations;
using Grainline.Journaling;

namespace Grainline.Visitors;

internal sealed record VisitorState : IEventSourced<VisitorState, VisitorEvent>
{
    public static VisitorState Initial { get; } = new();

    public bool Exists { get; init; }

    public string Site { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Email { get; init; }

    public bool Verified { get; init; }

    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Oldest first.</summary>
    public ImmutableList<VisitorConversation> Conversations { get; init; } = [];

    /// <summary>Agent ids by conversation id.</summary>
    public ImmutableDictionary<string, string> ServedBy { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Newest conversation first, nobody twice, at most three.</summary>
    [JsonIgnore]
    public ImmutableArray<string> PastAgents =>
        [.. Conversations.Reverse().Select(c => ServedBy.GetValueOrDefault(c.ConversationId)).OfType<string>().Distinct().Take(3)];

    public VisitorState Apply(VisitorEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        VisitorRegistered e => this with
        {
            Exists = true,
            Site = e.Site,
            Name = e.Name,
            Email = e.Email,
            Verified = e.Verified,
            FirstSeenAt = Exists ? FirstSeenAt : at,
        },
        ConversationStarted e => this with { Conversations = Conversations.Add(new(e.ConversationId, e.Channel, at)) },
        AgentServed e => this with { ServedBy = ServedBy.SetItem(e.ConversationId, e.AgentId) },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };

    public VisitorView View(string id) => new(id, Name, Email, Verified, Site, FirstSeenAt);

    public VisitorSummary Summary(string id) => new(id, Name, Verified, Email);
}
