using Grainline.Routing;
using Grainline.Routing.Learning;
using Grainline.Routing.Policies;
using Grainline.Routing.Replay;

namespace Grainline.Tests.Routing.Replay;

public sealed class SimulationTests
{
    private static readonly RoutingPolicies Policies = new(PolicyKind.All);

    public static TheoryData<string, ulong> Runs
    {
        get
        {
            var runs = new TheoryData<string, ulong>();
            foreach (var kind in PolicyKind.All)
            {
                for (var seed = 1UL; seed <= 4; seed++)
                    runs.Add(kind.Name, seed);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Run_AnyScenario_AccountsForEverybodyOnce(string policy, ulong seed)
    {
        var drawn = new Drawn(seed);
        var course = Run(drawn, policy);
        Assert.Equal(Enumerable.Range(0, drawn.Scenario.Arrivals.Length), course.Passages.Select(p => p.Index));
        Assert.All(course.Passages, p => Assert.True(p.Wait >= TimeSpan.Zero));
        Assert.All(course.Passages, p => Assert.Equal(p.End == PassageEnd.Served, p.AgentId is not null));
        Assert.Equal(course.Passages.Count(p => p.End == PassageEnd.Served), course.Work.Sum(w => w.Served));
        Assert.Equal(course.Decisions, course.Work.Sum(w => w.Served));
        Assert.All(course.Work, w => Assert.True(w.Busy <= w.Staffed));
        Assert.Contains(course.Passages, p => p.End == PassageEnd.Abandoned);
        Assert.Contains(course.Passages, p => p.End == PassageEnd.Served);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Run_AnyScenario_NeverGivesAnAgentMoreThanItsCapacity(string policy, ulong seed)
    {
        var drawn = new Drawn(seed);
        foreach (var agent in Run(drawn, policy).Passages.Where(p => p.End == PassageEnd.Served).GroupBy(p => p.AgentId!))
        {
            var capacity = drawn.Scenario.Roster.First(c => c.Agent.AgentId == agent.Key).Agent.Capacity;
            var steps = agent.SelectMany(p => Primary(drawn, p)).OrderBy(s => s.At).ThenBy(s => s.Units);
            var load = 0;
            foreach (var (_, units) in steps)
                Assert.InRange(load += units, 0, capacity);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Run_Twice_TakesTheSameCourse(string policy, ulong seed) =>
        Assert.Equal(Run(new Drawn(seed), policy).Passages, Run(new Drawn(seed), policy).Passages);

    [Fact]
    public void Run_WhileClosed_GivesNothingToAnybody()
    {
        var drawn = new Drawn(3);
        var (closed, opened) = (drawn.Scenario.Doors[0].At, drawn.Scenario.Doors[1].At);
        var starts = Run(drawn, "least-loaded").Passages.Where(p => p.End == PassageEnd.Served).Select(p => drawn.Scenario.Arrivals[p.Index].At + p.Wait).ToArray();
        // An agent needs up to five seconds to answer.
        Assert.DoesNotContain(starts, at => at > closed.AddSeconds(5) && at < opened);
        Assert.Contains(starts, at => at >= opened);
    }

    [Fact]
    public void Run_AgentsThatDiffer_TakesTheLearnedPolicyEverLess()
    {
        var course = Run(new Specialists(), "learned", new LearningSettings(0.05, 0.05));
        var means = course.Passages.Where(p => p.End == PassageEnd.Served).Chunk(500).Select(c => c.Average(p => p.Handle.TotalSeconds)).ToArray();
        Assert.True(means[^1] < 0.65 * means[0], string.Join(' ', means));
        Assert.InRange(course.Explored, 1, 0.05 * course.Decisions);
    }

    private static Course Run(Drawn drawn, string policy) => Run(drawn.Scenario, drawn, policy, new LearningSettings());

    private static Course Run(Specialists shop, string policy, LearningSettings settings) => Run(shop.Scenario, shop, policy, settings);

    private static Course Run(Scenario scenario, IHandling handling, string policy, LearningSettings settings)
    {
        var simulation = new Simulation(
            scenario, new(policy, Learning: settings), Policies, handling, new(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(20)), LearningState.Empty);
        while (simulation.Advance(100))
        {
            Assert.InRange(simulation.Steps, 0, 1_000_000);
        }

        return simulation.Course();
    }

    private static IEnumerable<(DateTimeOffset At, int Units)> Primary(Drawn drawn, Passage passage)
    {
        var arrival = drawn.Scenario.Arrivals[passage.Index];
        if (arrival.Conversation.Channel == "mail")
            yield break;
        var from = arrival.At + passage.Wait;
        yield return (from, 1);
        yield return (from + passage.Handle, -1);
    }
}
