using Grainline.Load.Checking;
using Grainline.Load.Clients;
using Grainline.Load.Servers;
using Grainline.Load.Talk;
using Grainline.Load.Wire;

namespace Grainline.Load.Visits;

/// <summary>The agents, ready before the first visitor comes, and what everybody in a run shares.</summary>
internal sealed class Reception(SystemUnderTest system, int seed)
{
    public SystemUnderTest System => system;

    public Dialer Dialer { get; } = new(system.Address);

    public TalkCounts Counts { get; } = new() { Measuring = true };

    public Roster Roster { get; } = new();

    public LineWatch Line { get; } = new(system.Installation.Site);

    public List<AgentLink> Agents { get; } = [];

    public Pairs Pairs => field ??= new(Counts);

    public async Task Open(int agents, int capacity, CancellationToken cancellation)
    {
        var jitter = new Random(seed);
        for (var number = 1; number <= agents; number++)
        {
            var agent = new AgentLink(Dialer, await system.Installation.AddAgent(number, capacity, cancellation), capacity, Pairs, Line, Counts, Stamp.Shortest, new(jitter.Next()));
            await agent.Start(cancellation);
            Agents.Add(agent);
            Roster.Add(agent);
        }
    }

    public IEnumerable<Violation> Judge() => [.. Agents.SelectMany(agent => agent.Capacity.Violations), .. Line.Judge()];

    public void Close()
    {
        foreach (var link in Roster)
            link.Stop();
    }
}
