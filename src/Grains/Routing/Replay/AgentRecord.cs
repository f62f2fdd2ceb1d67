using Grainline.Agents;
using Grainline.Shifts;

namespace Grainline.Routing.Replay;

/// <summary>How one agent stood during a window, as its stream says. Work that came from elsewhere takes its part of the capacity.</summary>
/// <param name="ours">Conversations of the queue that is replayed.</param>
internal sealed class AgentRecord(string agentId, string queue, DateTimeOffset from, DateTimeOffset to, IReadOnlySet<string> ours)
{
    private readonly List<RosterChange> _changes = [];
    private AgentState _state = AgentState.Initial;
    private bool _began;

    public void Add(AgentEvent @event, long seq, DateTimeOffset at)
    {
        if (at >= to)
            return;
        if (at >= from)
            Begin();
        var before = Standing(at);
        _state = _state.Apply(@event, seq, at);
        if (_began && Standing(at) is var now && !Same(before.Agent, now.Agent))
            _changes.Add(now);
    }

    /// <summary>In order of time; none for an agent that never could have been asked.</summary>
    public IReadOnlyList<RosterChange> Close()
    {
        Begin();
        if (!_changes.Any(c => c.Agent.Status == AgentStatus.Available && c.Agent.Capacity > 0))
            return [];
        return _state.Shift is null && _changes.All(c => c.Agent.Shift is null) ? _changes : Shifted();
    }

    private void Begin()
    {
        if (_began)
            return;
        _began = true;
        _changes.Add(Standing(from));
    }

    private RosterChange Standing(DateTimeOffset at)
    {
        var foreign = _state.Served.Where(id => !ours.Contains(id)).Sum(id => _state.SizeOf(id) is { Interruptible: false, Weight: var weight } ? weight : 0);
        var agent = _state.Snapshot(agentId);
        return new(at, agent with
        {
            Status = _state.Queues.Contains(queue) ? agent.Status : AgentStatus.Offline,
            Capacity = Math.Max(0, agent.Capacity - foreign),
            Load = 0,
            InterruptibleLoad = 0,
        }, true);
    }

    private static bool Same(AgentSnapshot a, AgentSnapshot b) =>
        a.Status == b.Status && a.Capacity == b.Capacity && a.Skills == b.Skills && a.Languages == b.Languages && ReferenceEquals(a.Shift, b.Shift);

    /// <summary>Shifts begin and end without an event.</summary>
    private List<RosterChange> Shifted()
    {
        var shifted = new List<RosterChange>();
        for (var i = 0; i < _changes.Count; i++)
        {
            var (change, until) = (_changes[i], i + 1 < _changes.Count ? _changes[i + 1].At : to);
            if (change.Agent.Shift is not { } shift)
            {
                shifted.Add(change);
                continue;
            }

            var calendar = new ShiftCalendar(shift);
            for (DateTimeOffset? at = change.At; at is { } now && now <= until; at = calendar.NextChange(now))
                shifted.Add(change with { At = now, OnShift = calendar.IsOpen(now) });
        }

        return shifted;
    }
}
