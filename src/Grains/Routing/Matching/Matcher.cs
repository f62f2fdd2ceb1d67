using System.Collections.Immutable;
using Grainline.Agents;

namespace Grainline.Routing.Matching;

/// <summary>
/// A queue's waiting line and its picture of the agents, kept so that the next decision costs the logarithm of either. Pure: it reads no clock and asks nobody; the grain that owns it
/// asks the agents, the replay lets them say yes in virtual time.
/// </summary>
/// <param name="rules">What conversations ask.</param>
/// <param name="policy">How to choose.</param>
/// <param name="askAgainAfter">An agent that let an offer pass is asked for the same conversation again after this, if nobody else was.</param>
internal sealed partial class Matcher(QueueRules rules, IRoutingPolicy policy, TimeSpan askAgainAfter)
{
    private readonly Dictionary<string, Place> _places = [];
    private readonly DemandLines _lines = new();
    private readonly PriorityQueue<Place, DateTimeOffset> _changes = new();
    private ImmutableSortedSet<Place> _order = ImmutableSortedSet.Create(Place.FirstComeFirst);

    /// <summary>Conversations in line, without those that an agent is being asked for.</summary>
    public int Waiting => _order.Count;

    public IEnumerable<Waiting> InOrder => _order.Select(place => place.Waiting);

    /// <summary>From 1; null when it is not in line.</summary>
    public int? PositionOf(string conversationId) =>
        _places.TryGetValue(conversationId, out var place) && _order.IndexOf(place) is var index and >= 0 ? index + 1 : null;

    /// <summary>Puts a conversation in line, or back in line, or in the place that its changed details give it.</summary>
    public void Join(Waiting waiting, DateTimeOffset now)
    {
        var rank = rules.Rank(waiting.Conversation);
        var place = _places.TryGetValue(waiting.Id, out var known) ? known.Renewed(waiting, rank) : new Place(waiting, rank);
        if (known is not null)
            TakeOut(known);
        _places[waiting.Id] = place;
        PutIn(place, now);
    }

    /// <summary>The conversation waits no more.</summary>
    public void Leave(string conversationId)
    {
        if (_places.Remove(conversationId, out var place))
            TakeOut(place);
    }

    /// <summary>An agent is asked for it: it stands in no line until it joins again or leaves.</summary>
    public void StepAside(string conversationId)
    {
        if (_places.TryGetValue(conversationId, out var place))
            TakeOut(place);
    }

    /// <summary>The agent said no: back to its place, and this agent is not asked again before it says something new.</summary>
    public void Refused(string conversationId, AgentSnapshot agent, DateTimeOffset now)
    {
        if (!_places.TryGetValue(conversationId, out var place))
            return;
        place.Refused(agent.AgentId, agent.Version);
        if (place.Line is null)
            PutIn(place, now);
    }

    /// <summary>Asks less of agents where a ring has passed by now. To be called when <see cref="NextChange"/> has come.</summary>
    public void Relax(DateTimeOffset now)
    {
        while (_changes.TryPeek(out var place, out var at) && at <= now)
        {
            _changes.Dequeue();
            if (place.Line is null || _places.GetValueOrDefault(place.Id) != place)
                continue;
            TakeOut(place);
            PutIn(place, now);
        }
    }

    /// <summary>When a demand changes next; may be early, never late. Null when none will.</summary>
    public DateTimeOffset? NextChange => _changes.TryPeek(out _, out var at) ? at : null;

    /// <summary>Those that should have moved on to another queue by now.</summary>
    public IEnumerable<(Waiting Waiting, string Queue)> Overflowing(DateTimeOffset now) =>
        from place in _order let queue = rules.OverflowTo(place.Conversation, now) where queue is not null select (place.Waiting, queue);

    /// <summary>A new version of the policy, from the next decision on.</summary>
    public void Use(IRoutingPolicy next)
    {
        policy = next;
        foreach (var line in _lines.All)
        {
            line.Reorder(next);
            _lines.Settle(line);
        }

        foreach (var place in _order)
        {
            var (line, demand) = (place.Line!, Grouped(place.Line!.Demand, place.Conversation));
            if (demand == line.Demand)
                continue;
            _lines.Remove(place);
            _lines.Add(_lines.Of(demand, _seats.Values, policy), place);
        }
    }

    /// <summary>A new profile, from the next decision on.</summary>
    public void Use(QueueRules next, DateTimeOffset now)
    {
        rules = next;
        foreach (var place in _order)
            Join(place.Waiting, now);
    }

    private void PutIn(Place place, DateTimeOffset now)
    {
        var only = rules.WaitsFor(place.Conversation, now) is { } past && IsThere(past) ? past : null;
        var demand = Grouped(rules.Demand(place.Conversation, now, only), place.Conversation);
        _lines.Add(_lines.Of(demand, _seats.Values, policy), place);
        _order = _order.Add(place);
        if (rules.NextChange(place.Conversation, now) is { } at)
            _changes.Enqueue(place, at);
    }

    private Demand Grouped(Demand demand, WaitingConversation conversation) =>
        policy.Group(conversation) is var group && group == demand.Group ? demand : demand with { Group = group };

    private void TakeOut(Place place)
    {
        if (place.Line is null)
            return;
        _lines.Remove(place);
        _order = _order.Remove(place);
    }
}
