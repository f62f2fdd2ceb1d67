using Grainline.Agents;

namespace Grainline.Routing;

/// <summary>How busy the agents at work are, as units times seconds since it was last written down.</summary>
internal sealed class StaffWatch
{
    private double _busySeconds;
    private double _capacitySeconds;
    private int _busy;
    private int _capacity;
    private DateTimeOffset _lookedAt;
    private DateTimeOffset _writtenAt;

    /// <summary>Units of those who take conversations now.</summary>
    public int Available { get; private set; }

    /// <summary>What was seen last counts up to now; what is seen now counts from now on.</summary>
    public void Look(IEnumerable<AgentSnapshot> agents, DateTimeOffset now)
    {
        if (_lookedAt == default)
            _lookedAt = _writtenAt = now;
        var seconds = Math.Max(0, (now - _lookedAt).TotalSeconds);
        _busySeconds += _busy * seconds;
        _capacitySeconds += _capacity * seconds;
        _lookedAt = now;
        (_busy, _capacity, Available) = (0, 0, 0);
        foreach (var agent in agents)
        {
            if (agent.Status == AgentStatus.Offline)
                continue;
            _busy += agent.Load + agent.InterruptibleLoad;
            _capacity += agent.Capacity;
            if (agent.Status == AgentStatus.Available)
                Available += agent.Capacity;
        }
    }

    /// <summary>What is to be written, once enough time has passed and somebody was at work.</summary>
    public AgentsWatched? Due(DateTimeOffset now, TimeSpan every)
    {
        if (_capacitySeconds <= 0 || now - _writtenAt < every)
            return null;
        var watched = new AgentsWatched(_busySeconds, _capacitySeconds);
        (_busySeconds, _capacitySeconds, _writtenAt) = (0, 0, now);
        return watched;
    }
}
