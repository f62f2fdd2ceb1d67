using Grainline.Agents;

namespace Grainline.Routing.Replay;

/// <summary>One agent in virtual time: it says yes whenever it has room, as the real one would, and keeps account of its time.</summary>
internal sealed class VirtualAgent(AgentSnapshot first, bool onShift, DateTimeOffset now)
{
    private AgentSnapshot _agent = first;
    private DateTimeOffset _idleSince = now;
    private DateTimeOffset _accounted = now;
    private int _primary;
    private int _interruptible;
    private long _version;
    private TimeSpan _busy;
    private TimeSpan _staffed;
    private int _served;

    public bool OnShift { get; private set; } = onShift;

    public int Load => _primary + _interruptible;

    public AgentSnapshot Snapshot => _agent with
    {
        Load = _primary,
        InterruptibleLoad = _interruptible,
        IdleSince = _idleSince,
        Version = _version,
    };

    public AgentWork Work => new(_agent.AgentId, _busy, _staffed, _served);

    public void Stand(RosterChange change)
    {
        Account(change.At);
        if (change.Agent.Status == AgentStatus.Available && _agent.Status != AgentStatus.Available)
            _idleSince = change.At;
        (_agent, OnShift) = (change.Agent, change.OnShift);
        _version++;
    }

    /// <exception cref="InvalidOperationException">There is no room: the matcher has been told otherwise.</exception>
    public void Take(WorkSize work, DateTimeOffset now)
    {
        Account(now);
        if (_primary + work.Weight + (work.Interruptible ? _interruptible : 0) > _agent.Capacity)
            throw new InvalidOperationException($"Agent {_agent.AgentId} was given more than its capacity of {_agent.Capacity}.");
        Count(work, work.Weight);
        _idleSince = now;
        _served++;
    }

    public void Finish(WorkSize work, DateTimeOffset now)
    {
        Account(now);
        Count(work, -work.Weight);
    }

    /// <summary>Brings the account up to this moment.</summary>
    public void Account(DateTimeOffset now)
    {
        var span = now - _accounted;
        var works = _agent.Status == AgentStatus.Available && OnShift;
        _busy += span * Load;
        _staffed += span * Math.Max(works ? _agent.Capacity : 0, Load);
        _accounted = now;
    }

    private void Count(WorkSize work, int units)
    {
        if (work.Interruptible)
            _interruptible += units;
        else
            _primary += units;
        _version++;
    }
}
