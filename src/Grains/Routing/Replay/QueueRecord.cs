namespace Grainline.Routing.Replay;

/// <summary>What a queue's stream says of a window: fed with its events in order, from the first one on.</summary>
internal sealed class QueueRecord(DateTimeOffset from, DateTimeOffset to)
{
    private readonly Dictionary<string, RecordedVisit> _present = [];
    private readonly Dictionary<string, RecordedVisit> _served = [];
    private readonly Dictionary<string, int> _times = [];
    private readonly Dictionary<long, int> _decisions = [];
    private RoutingState _state = RoutingState.Initial;

    /// <summary>As it was when the window began, or when the queue was made if that was later.</summary>
    public RoutingState? Before { get; private set; }

    public RoutingState Now => _state;

    /// <summary>In order of joining.</summary>
    public List<RecordedVisit> Visits { get; } = [];

    /// <summary>Agents that decisions name.</summary>
    public HashSet<string> Agents { get; } = [];

    /// <summary>By agent, from offer to acceptance.</summary>
    public Dictionary<string, List<double>> Answers { get; } = [];

    /// <summary>The version that took most decisions of the window; the one in force if none did.</summary>
    public PolicyVersion? Decisive =>
        _decisions.Count > 0 && _state.Policies.Find(_decisions.OrderByDescending(d => d.Value).ThenByDescending(d => d.Key).First().Key) is { } most
            ? most
            : _state.Policies.Find((Before ?? _state).Policies.InForce);

    public int VersionsSeen => _decisions.Count;

    public void Add(RoutingEvent @event, long seq, DateTimeOffset at)
    {
        if (Before is null && at >= from && _state.Profile is not null)
            Begin();
        if (at < to)
            Follow(@event, at);
        if (@event is ServiceFinished { Outcome: var outcome })
            Finish(outcome);
        if (at < to)
            _state = _state.Apply(@event, seq, at);
    }

    /// <summary>The stream has ended.</summary>
    public void Close()
    {
        if (Before is null && _state.Profile is not null)
            Begin();
    }

    private void Begin()
    {
        Before = _state;
        foreach (var waiting in _state.Line.InOrder)
            Present(new(waiting.Conversation, from, 0));
        foreach (var offer in _state.Offers.Values.OrderBy(o => o.Offer.OfferId, StringComparer.Ordinal))
            Present(new(offer.Offer.Conversation, from, 0));
    }

    private void Follow(RoutingEvent @event, DateTimeOffset at)
    {
        if (Before is null)
            return;
        switch (@event)
        {
            case LineJoined e when _present.TryGetValue(e.Conversation.ConversationId, out var known):
                known.Became(e.Conversation);
                break;
            case LineJoined e:
                Present(new(e.Conversation, at, _times.GetValueOrDefault(e.Conversation.ConversationId)));
                break;
            case OfferDecided e:
                Decide(e, at);
                break;
            case LineLeft { Reason: not null } e when _present.Remove(e.ConversationId, out var visit):
                Leave(visit, e, at);
                break;
        }
    }

    private void Present(RecordedVisit visit)
    {
        var id = visit.Conversation.ConversationId.Split('#')[0];
        _present[id] = visit;
        _times[id] = _times.GetValueOrDefault(id) + 1;
        Visits.Add(visit);
    }

    private void Decide(OfferDecided decided, DateTimeOffset at)
    {
        _decisions[decided.PolicyVersion] = _decisions.GetValueOrDefault(decided.PolicyVersion) + 1;
        Agents.UnionWith(decided.Candidates.Select(c => c.AgentId));
        Agents.UnionWith(decided.Rejected.Select(r => r.AgentId));
        if (_present.TryGetValue(decided.ConversationId, out var visit))
            visit.OfferedAt = at;
    }

    private void Leave(RecordedVisit visit, LineLeft left, DateTimeOffset at)
    {
        (visit.LeftAt, visit.Because, visit.ServedBy) = (at, left.Reason, left.AgentId);
        if (left.AgentId is null)
            return;
        _served[left.ConversationId] = visit;
        if (left.Reason != LeftBecause.Accepted || visit.OfferedAt is not { } offered)
            return;
        if (!Answers.TryGetValue(left.AgentId, out var answers))
            Answers.Add(left.AgentId, answers = []);
        answers.Add((at - offered).TotalSeconds);
    }

    /// <summary>Outcomes come long after: those of the window's conversations are taken whenever they do.</summary>
    private void Finish(ConversationOutcome outcome)
    {
        if (!_served.TryGetValue(outcome.ConversationId, out var visit))
            return;
        visit.HandleSeconds ??= outcome.HandleSeconds;
        (visit.Resolved, visit.Score) = (outcome.Resolved, outcome.Score ?? visit.Score);
        Agents.Add(outcome.AgentId);
    }
}
