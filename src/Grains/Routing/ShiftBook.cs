using Grainline.Agents;
using Grainline.Shifts;

namespace Grainline.Routing;

/// <summary>Who of the agents is on shift, from the shifts that they tell with their snapshots.</summary>
internal sealed class ShiftBook
{
    private readonly Dictionary<string, (WeeklyHours Shift, QueueHours Hours)> _shifts = [];

    public bool IsOn(AgentSnapshot agent, DateTimeOffset now)
    {
        if (agent.Shift is not { } shift)
            return true;
        if (!_shifts.TryGetValue(agent.AgentId, out var known) || !ReferenceEquals(known.Shift, shift))
            _shifts[agent.AgentId] = known = (shift, new QueueHours(shift));
        return known.Hours.IsOpen(now);
    }
}
