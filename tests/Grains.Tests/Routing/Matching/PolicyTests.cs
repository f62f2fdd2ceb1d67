using Grainline.Routing;
using Grainline.Routing.Learning;
using Grainline.Routing.Matching;
using Grainline.Routing.Policies;
using static Grainline.Tests.Routing.Matching.Scene;

namespace Grainline.Tests.Routing.Matching;

public sealed class PolicyTests
{
    private static readonly QueueProfile Refunds = Profile(new([], [new("refunds", 1)]));

    public static TheoryData<string, string> Choices => new()
    {
        { "least-loaded", "roomy" },
        { "longest-idle", "idle" },
        { "skill-match", "expert" },
        { "sticky", "known" },
        { "weighted-score", "expert" },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public void Next_FourAgentsThatDiffer_AsksTheOneThePolicyIsFor(string policy, string chosen)
    {
        var matcher = Matcher(new RoutingPolicies(PolicyKind.All).Create(new(policy), () => LearningState.Empty), Refunds);
        matcher.Observe(Agent("roomy", 1, 10) with { IdleSince = Start.AddMinutes(5) }, true, Start);
        matcher.Observe(Agent("idle", 2) with { IdleSince = Start.AddMinutes(-5) }, true, Start);
        matcher.Observe(Agent("expert", 2, 4, new SkillLevel("refunds", 5)) with { IdleSince = Start.AddMinutes(5) }, true, Start);
        matcher.Observe(Agent("known", 3) with { IdleSince = Start.AddMinutes(5) }, true, Start);
        matcher.Join(Waits("a", past: "known"), Start);
        var decision = matcher.Next(Start.AddMinutes(6))!;
        Assert.Equal(chosen, decision.Agent.AgentId);
        Assert.Equal(chosen, decision.Explanation.Candidates[0].AgentId);
        Assert.Equal(4, decision.Explanation.Candidates.Length);
        Assert.All(decision.Explanation.Candidates, candidate => Assert.NotEmpty(candidate.Parts!.Value));
    }

    [Fact]
    public void RoundRobin_ManyDecisions_TakesEverybodyInTurn()
    {
        var matcher = Matcher(new RoundRobin());
        foreach (var agent in new[] { "a", "b", "c" })
            matcher.Observe(Agent(agent, agent == "b" ? 2 : 0, 9), true, Start);
        Assert.Equal(["a", "b", "c", "a", "b", "c"], Enumerable.Range(0, 6).Select(i => Serve(matcher, i)));
    }

    [Fact]
    public void PowerOfTwo_ManyDecisions_AreEvenAndTheSameAgain()
    {
        string[] Run()
        {
            var matcher = Matcher(new PowerOfTwo());
            foreach (var agent in Enumerable.Range(0, 20))
                matcher.Observe(Agent($"a{agent:00}", 0, 50), true, Start);
            return [.. Enumerable.Range(0, 400).Select(i => Serve(matcher, i))];
        }

        var served = Run();
        Assert.Equal(served, Run());
        var loads = served.CountBy(agent => agent).Select(count => count.Value).ToArray();
        Assert.Equal(20, loads.Length);
        Assert.InRange(loads.Max() - loads.Min(), 0, 8);
    }

    [Theory]
    [InlineData("nonsense", null)]
    [InlineData("weighted-score", 0.0)]
    [InlineData("weighted-score", 1.5)]
    public void Refuse_WrongSpecification_SaysSo(string name, double? weight) =>
        Assert.NotNull(new RoutingPolicies(PolicyKind.All).Refuse(new(name, weight is { } share ? new(share, 0, 0, 0) : null)));

    private static string Serve(Matcher matcher, int number)
    {
        var id = $"c{number:000}";
        matcher.Join(Waits(id, number), Start);
        var decision = matcher.Next(Start)!;
        Assert.Equal(id, decision.Waiting.Id);
        matcher.StepAside(id);
        matcher.Book(decision.Agent.AgentId, id, decision.Work, Start);
        var agent = decision.Agent with { Load = decision.Agent.Load + 1, Version = decision.Agent.Version + 1 };
        matcher.Answered(id, agent, true, Start);
        matcher.Leave(id);
        return decision.Agent.AgentId;
    }
}
