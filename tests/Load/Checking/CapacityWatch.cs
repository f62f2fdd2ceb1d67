namespace Grainline.Load.Checking;

/// <summary>No agent ever has more than its capacity: neither by what the server says nor by what it has given out.</summary>
internal sealed class CapacityWatch(string agent, int capacity)
{
    private readonly HashSet<string> _held = [];
    private readonly List<Violation> _violations = [];

    public IReadOnlyList<Violation> Violations => _violations;

    public IReadOnlyCollection<string> Holds => _held;

    /// <summary>A Load event or an inbox.</summary>
    public void Told(int load, int told)
    {
        if (load > told || told != capacity)
            _violations.Add(new(Law.OverCapacity, agent, $"{agent} was made with capacity {capacity}", $"it was told load {load} of capacity {told}"));
    }

    public void Assigned(string conversation)
    {
        if (_held.Add(conversation) && _held.Count > capacity)
            _violations.Add(new(Law.OverCapacity, agent, $"{agent} with capacity {capacity} was given {conversation}", $"while it held {string.Join(", ", _held.Where(id => id != conversation))}"));
    }

    public void Left(string conversation) => _held.Remove(conversation);
}
