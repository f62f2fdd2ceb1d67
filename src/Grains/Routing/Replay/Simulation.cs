using Grainline.Routing.Learning;
using Grainline.Routing.Matching;
using Grainline.Routing.Policies;

namespace Grainline.Routing.Replay;

/// <summary>
/// A queue in virtual time: the matcher and the policies that serve real visitors, a clock that leaps from one happening to the next, and agents that accept whatever they have room for.
/// Nothing but its arguments decides the course. One use each.
/// </summary>
internal sealed class Simulation
{
    private readonly Scenario _scenario;
    private readonly IHandling _handling;
    private readonly Matcher _matcher;
    private readonly Agenda _agenda = new();
    private readonly SortedDictionary<string, VirtualAgent> _agents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _waiting = [];
    private readonly Passage?[] _passages;
    private readonly Service[] _services;
    private readonly bool _overflows;
    private DateTimeOffset _now;
    private bool _open = true;
    private long _decisions;

    /// <param name="known">What the queue has learned before; it goes on learning.</param>
    public Simulation(Scenario scenario, RoutingPolicySpec policy, RoutingPolicies policies, IHandling handling, SimulationSettings settings, LearningState known)
    {
        (_scenario, _handling, _now, Learning) = (scenario, handling, scenario.From, known);
        _matcher = new Matcher(new QueueRules(scenario.Profile, settings.HeadStart), policies.Create(policy, () => Learning), settings.AskAgainAfter);
        _passages = new Passage?[scenario.Arrivals.Length];
        _services = new Service[scenario.Arrivals.Length];
        _overflows = scenario.Profile.Rings?.Any(ring => ring.ToQueue is not null) == true;
        for (var i = 0; i < scenario.Roster.Length; i++)
            _agenda.Enter(new(scenario.Roster[i].At, HappeningKind.Roster, i));
        for (var i = 0; i < scenario.Doors.Length; i++)
            _agenda.Enter(new(scenario.Doors[i].At, HappeningKind.Door, i));
        for (var i = 0; i < scenario.Arrivals.Length; i++)
            _agenda.Enter(new(scenario.Arrivals[i].At, HappeningKind.Arrive, i));
    }

    public LearningState Learning { get; private set; }

    /// <summary>Steps of the clock so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes at most <paramref name="steps"/> steps; false when nothing is left to happen.</summary>
    public bool Advance(int steps)
    {
        while (steps-- > 0)
        {
            var (next, change) = (_agenda.Next, _waiting.Count > 0 ? _matcher.NextChange : null);
            if ((next, change) is (null, null))
                return false;
            Steps++;
            if (next is null || change < next)
            {
                MoveTo(change!.Value);
                Relax();
            }
            else
            {
                MoveTo(next.Value);
                Happen(_agenda.Take());
            }

            Match();
        }

        return true;
    }

    /// <summary>What has come of it. To be asked when nothing is left to happen.</summary>
    public Course Course()
    {
        for (var i = 0; i < _passages.Length; i++)
            _passages[i] ??= new(i, PassageEnd.StillWaiting, _now - _scenario.Arrivals[i].Conversation.WaitingSince, null, TimeSpan.Zero, false);
        foreach (var agent in _agents.Values)
            agent.Account(_now);
        return new([.. _passages.OfType<Passage>()], [.. _agents.Values.Select(agent => agent.Work)], _decisions, Learning.Explored);
    }

    private void MoveTo(DateTimeOffset at)
    {
        if (at > _now)
            _now = at;
    }

    private void Happen(Happening happening)
    {
        switch (happening.Kind)
        {
            case HappeningKind.Finish:
                Finish(happening.Index);
                break;
            case HappeningKind.Roster:
                Stand(_scenario.Roster[happening.Index]);
                break;
            case HappeningKind.Door:
                _open = _scenario.Doors[happening.Index].Open;
                MoveOn();
                break;
            case HappeningKind.Arrive:
                Arrive(happening.Index);
                break;
            default:
                Leave(happening.Index, _scenario.Arrivals[happening.Index].LeavesAs);
                break;
        }
    }

    private void Arrive(int index)
    {
        var arrival = _scenario.Arrivals[index];
        _waiting.Add(arrival.Conversation.ConversationId, index);
        _matcher.Join(new(arrival.Conversation, null, _now), _now);
        if (arrival.Patience is { } patience)
            _agenda.Enter(new(_now + patience, HappeningKind.GiveUp, index));
    }

    private void Leave(int index, PassageEnd end)
    {
        var conversation = _scenario.Arrivals[index].Conversation;
        if (!_waiting.Remove(conversation.ConversationId))
            return;
        _matcher.Leave(conversation.ConversationId);
        _passages[index] = new(index, end, _now - conversation.WaitingSince, null, TimeSpan.Zero, false);
    }

    private void Stand(RosterChange change)
    {
        var id = change.Agent.AgentId;
        if (_agents.TryGetValue(id, out var agent))
            agent.Stand(change);
        else
            _agents.Add(id, agent = new VirtualAgent(change.Agent, change.OnShift, _now));
        _matcher.Observe(agent.Snapshot, agent.OnShift, _now);
    }

    private void Relax()
    {
        _matcher.Relax(_now);
        MoveOn();
    }

    /// <summary>While the queue is closed everybody stays.</summary>
    private void MoveOn()
    {
        if (!_overflows || !_open)
            return;
        foreach (var (waiting, _) in _matcher.Overflowing(_now).ToArray())
            Leave(_waiting[waiting.Id], PassageEnd.MovedOn);
    }

    private void Match()
    {
        while (_open && _matcher.Next(_now) is { } decision)
            Serve(decision);
    }

    private void Serve(Decision decision)
    {
        var conversation = decision.Waiting.Conversation;
        var (index, agent) = (_waiting[conversation.ConversationId], _agents[decision.Agent.AgentId]);
        _decisions++;
        Learning = Learning.Decided(
            conversation.ConversationId, conversation.Topic, decision.Agent.AgentId, decision.Explanation.Candidates, decision.SkillMatch);

        // Booked as the grain books, so that turns count alike; the agent's own word follows at once.
        _matcher.Book(decision.Agent.AgentId, conversation.ConversationId, decision.Work, _now);
        var handling = _handling.Of(conversation, decision.Agent.AgentId, agent.Load);
        agent.Take(decision.Work, _now);
        _matcher.Observe(agent.Snapshot, agent.OnShift, _now);
        _matcher.Unbook(decision.Agent.AgentId, conversation.ConversationId);

        _waiting.Remove(conversation.ConversationId);
        _matcher.Leave(conversation.ConversationId);
        _services[index] = new(decision.Agent.AgentId, decision.Work, handling);
        _passages[index] = new(
            index, PassageEnd.Served, _now + handling.Answer - conversation.WaitingSince, decision.Agent.AgentId, handling.Handle, handling.Resolved);
        _agenda.Enter(new(_now + handling.Answer + handling.Handle, HappeningKind.Finish, index));
    }

    private void Finish(int index)
    {
        var (agentId, work, handling) = _services[index];
        var (conversation, agent) = (_scenario.Arrivals[index].Conversation, _agents[agentId]);
        agent.Finish(work, _now);
        Learning = Learning.Finished(conversation.ConversationId, agentId, conversation.Topic, handling.Handle.TotalSeconds, handling.Resolved, handling.Score);
        _matcher.Observe(agent.Snapshot, agent.OnShift, _now);
    }

    private readonly record struct Service(string AgentId, WorkSize Work, Handling Handling);
}

/// <param name="HeadStart">How much older a conversation counts for each step of priority.</param>
/// <param name="AskAgainAfter">As the queue's own; agents never let an offer pass in virtual time.</param>
internal readonly record struct SimulationSettings(TimeSpan HeadStart, TimeSpan AskAgainAfter);
