using Grainline.Agents;

namespace Grainline.Routing;

/// <summary>What a queue knows of its agents, from what they say of themselves. Who falls silent is forgotten.</summary>
internal sealed class AgentPicture(string queue, TimeSpan believed, TimeProvider time)
{
    private readonly Dictionary<string, (AgentSnapshot Agent, DateTimeOffset SeenAt)> _agents = [];
    private readonly Dictionary<string, (long Version, HashSet<string> Conversations)> _refused = [];

    public IEnumerable<AgentSnapshot> All => _agents.Values.Select(a => a.Agent);

    /// <summary>An older word than the known one changes nothing.</summary>
    public void Observe(AgentSnapshot agent)
    {
        if (_agents.TryGetValue(agent.AgentId, out var known) && known.Agent.Version > agent.Version)
            return;
        if (agent.Queues.Contains(queue))
            _agents[agent.AgentId] = (agent, time.GetUtcNow());
        else
            _agents.Remove(agent.AgentId);
    }

    /// <summary>The agent said no although its picture said yes: it is not asked for this conversation again until it says something new.</summary>
    public void Refused(AgentSnapshot agent, string conversationId)
    {
        if (!_refused.TryGetValue(agent.AgentId, out var refused) || refused.Version < agent.Version)
            _refused[agent.AgentId] = refused = (agent.Version, []);
        refused.Conversations.Add(conversationId);
    }

    public bool HasRefused(AgentSnapshot agent, string conversationId) =>
        _refused.TryGetValue(agent.AgentId, out var refused) && refused.Version >= agent.Version && refused.Conversations.Contains(conversationId);

    public void ForgetTheSilent()
    {
        var horizon = time.GetUtcNow() - believed;
        foreach (var (id, known) in _agents)
        {
            if (known.SeenAt < horizon)
                _agents.Remove(id);
        }
    }

    /// <summary>Why this agent cannot be asked now; null when it can.</summary>
    public string? Rejects(AgentSnapshot agent) =>
        agent.Status != AgentStatus.Available ? "not-available"
        : agent.Load >= agent.Capacity ? "at-capacity"
        : null;
}
