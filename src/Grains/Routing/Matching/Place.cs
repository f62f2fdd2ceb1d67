using Grainline.Agents;

namespace Grainline.Routing.Matching;

/// <summary>A conversation's place: in the line of its demand, or out of it while an agent is asked.</summary>
internal sealed class Place(Waiting waiting, DateTimeOffset rank)
{
    public static readonly IComparer<Place> FirstComeFirst = Comparer<Place>.Create(static (a, b) =>
    {
        var order = a.Rank.CompareTo(b.Rank);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    });

    private Dictionary<string, long>? _refused;

    public Waiting Waiting { get; } = waiting;

    public WaitingConversation Conversation => Waiting.Conversation;

    public string Id => Waiting.Id;

    public DateTimeOffset Rank { get; } = rank;

    /// <summary>Null while an agent is asked.</summary>
    public DemandLine? Line { get; set; }

    /// <summary>The agent said no although its picture said yes: it is not asked again until it says something new.</summary>
    public void Refused(string agentId, long version) => (_refused ??= [])[agentId] = version;

    public bool WasRefusedBy(Seat seat) => _refused is not null && _refused.TryGetValue(seat.AgentId, out var version) && seat.Agent.Version <= version;

    /// <summary>Agents that may have to be passed over for it.</summary>
    public IEnumerable<string> PassedOver => [.. Waiting.NotAgent is { } last ? [last] : Array.Empty<string>(), .. _refused?.Keys ?? Enumerable.Empty<string>()];

    /// <summary>It was taken up with this waiting time and so keeps what it knows of refusals.</summary>
    public Place Renewed(Waiting waiting, DateTimeOffset rank) => new(waiting, rank) { _refused = _refused };
}
