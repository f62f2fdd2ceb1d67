using Grainline.Agents;

namespace Grainline.Routing.Matching;

/// <summary>The picture of the agents, from what they say of themselves. Who falls silent is forgotten.</summary>
internal sealed partial class Matcher
{
    private readonly Dictionary<string, Seat> _seats = [];

    public IEnumerable<AgentSnapshot> Agents => _seats.Values.Select(seat => seat.Agent);

    public Seat? Seat(string agentId) => _seats.GetValueOrDefault(agentId);

    /// <summary>An older word than the known one changes nothing.</summary>
    public void Observe(AgentSnapshot agent, bool onShift, DateTimeOffset now)
    {
        var wasThere = IsThere(agent.AgentId);
        if (_seats.TryGetValue(agent.AgentId, out var seat))
            Hear(seat, agent, onShift);
        else
            Enter(_seats[agent.AgentId] = seat = new Seat(agent, onShift));
        seat.SeenAt = now;
        if (IsThere(agent.AgentId) != wasThere)
            CameOrWent(agent.AgentId, now);
    }

    public void Forget(string agentId, DateTimeOffset now)
    {
        if (!_seats.Remove(agentId, out var seat))
            return;
        Exit(seat);
        CameOrWent(agentId, now);
    }

    public void ForgetTheSilent(DateTimeOffset since, DateTimeOffset now)
    {
        foreach (var (id, seat) in _seats)
        {
            if (seat.SeenAt < since)
                Forget(id, now);
        }
    }

    /// <summary>The agent is being asked: until it has answered, what it is asked for counts as its load.</summary>
    public void Book(string agentId, string offerId, WorkSize work, DateTimeOffset now)
    {
        if (!_seats.TryGetValue(agentId, out var seat))
            return;
        seat.Book(offerId, work, ++_turns, now);
        Reconsider(seat);
    }

    /// <summary>It has answered: its own word on its load takes the place of the booking.</summary>
    public void Answered(string offerId, AgentSnapshot agent, bool onShift, DateTimeOffset now)
    {
        if (_seats.TryGetValue(agent.AgentId, out var seat))
            seat.Unbook(offerId);
        Observe(agent, onShift, now);
        if (seat is not null)
            Reconsider(seat);
    }

    /// <summary>Nobody knows what it would have answered.</summary>
    public void Unbook(string agentId, string offerId)
    {
        if (!_seats.TryGetValue(agentId, out var seat))
            return;
        seat.Unbook(offerId);
        Reconsider(seat);
    }

    private bool IsThere(string agentId) => _seats.TryGetValue(agentId, out var seat) && seat.Agent.Status != AgentStatus.Offline;

    /// <summary>Those who wait for an agent that is gone may be served by anybody, those whom it served before wait for it again.</summary>
    private void CameOrWent(string agentId, DateTimeOffset now)
    {
        if (!rules.IsSticky)
            return;
        foreach (var place in _order.Where(place => rules.WaitsFor(place.Conversation, now) == agentId))
        {
            TakeOut(place);
            PutIn(place, now);
        }
    }

    private void Hear(Seat seat, AgentSnapshot agent, bool onShift)
    {
        if (seat.Agent.Version > agent.Version)
            return;
        if (seat.BecomesAnother(agent))
        {
            Exit(seat);
            seat.Observe(agent, onShift);
            Enter(seat);
        }
        else
        {
            seat.Observe(agent, onShift);
            Reconsider(seat);
        }
    }

    private void Enter(Seat seat)
    {
        foreach (var line in _lines.All)
        {
            if (line.Demand.OnlyAgent is { } only && only != seat.AgentId)
                continue;
            line.Enter(seat, policy);
            _lines.Settle(line);
        }
    }

    private void Exit(Seat seat)
    {
        foreach (var line in _lines.All)
        {
            if (line.Demand.OnlyAgent is { } only && only != seat.AgentId)
                continue;
            line.Remove(seat);
            _lines.Settle(line);
        }
    }

    private void Reconsider(Seat seat)
    {
        foreach (var candidate in seat.Entries)
        {
            candidate.Line.Reconsider(candidate, policy);
            _lines.Settle(candidate.Line);
        }
    }
}
