using Grainline.Agents;
using Grainline.Routing;
using Grainline.Routing.Matching;

namespace Grainline.Benchmarks;

/// <summary>
/// A queue at full work: twelve topics, three languages, every agent able in four topics, always somebody waiting. One step is a whole life of a decision: choose, take out of line,
/// book, hear the agent's answer, hear another agent get free, take in the next conversation.
/// </summary>
internal sealed class RoutingScene
{
    private const int Topics = 12;
    private const int Capacity = 8;
    private static readonly string[] Languages = ["en", "zh", "de"];
    private static readonly DateTimeOffset Start = new(2026, 11, 11, 0, 0, 0, TimeSpan.Zero);

    private readonly Matcher _matcher;
    private readonly AgentSnapshot[] _agents;
    private readonly Dictionary<string, int> _index;
    private readonly Queue<int> _busy = [];
    private readonly Random _random = new(7);
    private long _arrivals;
    private long _ticks;

    public RoutingScene(IRoutingPolicy policy, int agents, int waiting)
    {
        _matcher = new(Rules(), policy, TimeSpan.FromSeconds(20));
        _agents = [.. Enumerable.Range(0, agents).Select(Agent)];
        _index = _agents.Index().ToDictionary(agent => agent.Item.AgentId, agent => agent.Index);
        foreach (var agent in _agents)
            _matcher.Observe(agent, true, Now);
        for (var i = 0; i < waiting; i++)
            Arrive();
        while (Decide())
        {
        }

        while (_matcher.Waiting < waiting)
            Arrive();
    }

    public int Waiting => _matcher.Waiting;

    private DateTimeOffset Now => Start.AddMilliseconds(_ticks);

    /// <summary>One agent gets free, one decision is taken, one conversation arrives.</summary>
    public void Step()
    {
        _ticks++;
        var freed = _busy.Dequeue();
        Change(freed, -1);
        _matcher.Observe(_agents[freed], true, Now);
        if (!Decide())
            throw new InvalidOperationException("Somebody is free, everybody waits, and nobody was asked.");
        Arrive();
    }

    private bool Decide()
    {
        if (_matcher.Next(Now) is not { } decision)
            return false;
        var id = decision.Waiting.Id;
        _matcher.StepAside(id);
        _matcher.Book(decision.Agent.AgentId, id, decision.Work, Now);
        var agent = _index[decision.Agent.AgentId];
        Change(agent, 1);
        _matcher.Answered(id, _agents[agent], true, Now);
        _matcher.Leave(id);
        _busy.Enqueue(agent);
        return true;
    }

    private void Change(int agent, int load)
    {
        var known = _agents[agent];
        _agents[agent] = known with { Load = known.Load + load, Version = known.Version + 1, IdleSince = load > 0 ? Now : known.IdleSince };
    }

    private void Arrive()
    {
        var topic = _random.Next(Topics);
        _matcher.Join(
            new(
                new(
                    $"c{++_arrivals}", "sale", new("v", "Visitor", false), null, Languages[_random.Next(10) switch { < 7 => 0, < 9 => 1, _ => 2 }], null, Now, Topic: $"t{topic}",
                    Priority: _random.Next(20) == 0 ? Priority.Urgent : null),
                null, Now),
            Now);
    }

    private AgentSnapshot Agent(int number) => new(
        $"a{number}", $"Agent {number}", AgentStatus.Available, null, Start, 0, Capacity, ["sale"], 1, 0, Start,
        [.. Enumerable.Range(0, 4).Select(i => new SkillLevel($"s{(number + (i * 3)) % Topics}", 2 + ((number + i) % 4)))], ["en", Languages[number / 12 % 3]]);

    private static QueueRules Rules() => new(
        new("Sale", "least-loaded", 30, new([], [], MatchLanguage: true), [.. Enumerable.Range(0, Topics).Select(i => new QueueTopic($"t{i}", $"Topic {i}", [new($"s{i}", 2)], []))]),
        TimeSpan.FromMinutes(10));
}
