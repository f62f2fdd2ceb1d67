using Grainline.Load.Checking;
using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Servers;
using Grainline.Load.Wire;

namespace Grainline.Load.Talk;

/// <summary>
/// Everybody who takes part in a run. Visitors open first and wait; then the agents come, so that the line is really a line. Visitors beyond the
/// agents' capacity stay in it.
/// </summary>
internal sealed class Crowd(SystemUnderTest system, TalkPlan plan, TalkCounts counts)
{
    private readonly Dialer _dialer = new(system.Address);
    private readonly Random _jitter = new(plan.Seed);

    public Pairs Pairs { get; } = new(counts);

    public LineWatch Line { get; } = new(system.Installation.Site);

    public List<VisitorLink> Visitors { get; } = [];

    public List<AgentLink> Agents { get; } = [];

    public IReadOnlyList<Link> Links => [.. Visitors, .. Agents];

    public async Task Gather(CancellationToken cancellation)
    {
        var staff = new List<StaffLogin>();
        for (var i = 1; i <= plan.Agents; i++)
            staff.Add(await system.Installation.AddAgent(i, plan.Capacity, cancellation));
        await Parallel.ForAsync(0, plan.Visitors, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation }, async (_, stop) =>
        {
            var link = new VisitorLink(_dialer, await system.Installation.Admit(stop), Pairs, counts, plan.Characters, new(plan.Seed));
            await link.Start(stop);
            lock (Visitors)
                Visitors.Add(link);
        });
        foreach (var login in staff)
            Agents.Add(new(_dialer, login, plan.Capacity, Pairs, Line, counts, plan.Characters, new(_jitter.Next())));
        foreach (var agent in Agents)
            await agent.Start(cancellation);
        await Served(cancellation);
    }

    /// <exception cref="RefusedException">Some were not served in time.</exception>
    private async Task Served(CancellationToken cancellation)
    {
        var expected = Math.Min(plan.Visitors, plan.Agents * plan.Capacity);
        for (var began = Clock.Now; Pairs.All.Count(pair => pair.IsServed) < expected; await Clock.Wait(0.02, cancellation))
        {
            if (Clock.Seconds(began) > 60)
                throw new RefusedException($"After a minute {Pairs.All.Count(pair => pair.IsServed)} of {expected} conversations are served.");
        }
    }
}
