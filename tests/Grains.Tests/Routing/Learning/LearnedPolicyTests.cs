using System.Collections.Immutable;
using Grainline.Routing;
using Grainline.Routing.Learning;
using Grainline.Routing.Matching;
using Grainline.Routing.Policies;
using Grainline.Routing.Replay;
using Grainline.Tests.Routing.Matching;

namespace Grainline.Tests.Routing.Learning;

public sealed class LearnedPolicyTests
{
    private static readonly RoutingPolicies Installed = new(PolicyKind.All);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.05)]
    [InlineData(0.2)]
    public void Choose_OverManyDecisions_NeverExploresMoreThanAllowed(double most)
    {
        var bench = new Bench(new LearningSettings(most, 0), alike: true);
        var explored = 0;
        for (var i = 1; i <= 2_000; i++)
        {
            var (candidates, chosen) = bench.Decide($"c{i}");
            explored += DecisionParts.Explored(candidates, chosen) ? 1 : 0;
            Assert.True(explored <= most * i, $"{explored} of {i}");
        }

        Assert.Equal(explored, bench.State.Explored);
        Assert.InRange(explored, 0.5 * most * 2_000, most * 2_000);
    }

    [Fact]
    public void Choose_ManyAtOnceBeforeAnyIsKnown_KeepsTheCap()
    {
        var bench = new Bench(new LearningSettings(0.1, 0), alike: true);
        for (var i = 0; i < 1_000; i++)
            bench.Decide($"warm{i}");
        var before = bench.State;
        var explored = Enumerable.Range(0, 300).Count(i => bench.Look($"c{i}") is var seen && DecisionParts.Explored(seen.All, seen.Chosen));
        Assert.InRange(before.Explored + explored, 0, 0.1 * (before.OwnDecisions + 1));
    }

    [Fact]
    public void Choose_Any_HasPropensitiesThatAddUpToOne()
    {
        var bench = new Bench(new LearningSettings(0.2, 0), alike: true);
        for (var i = 0; i < 200; i++)
        {
            var (candidates, chosen) = bench.Decide($"c{i}");
            Assert.Equal(1, candidates.Sum(c => DecisionParts.Part(c, DecisionParts.Propensity) ?? 0), 9);
            Assert.True(DecisionParts.Part(DecisionParts.Find(candidates, chosen)!, DecisionParts.Propensity) > 0);
        }
    }

    [Fact]
    public void Choose_ConversationsHeldOut_AreThoseOfTheirIdsAndTheFallbacks()
    {
        var bench = new Bench(new LearningSettings(0, 0.3));
        var sides = Enumerable.Range(0, 2_000).ToDictionary(i => $"c{i}", i => DecisionParts.ArmOf(bench.Look($"c{i}").All, bench.Look($"c{i}").Chosen));
        Assert.InRange(sides.Count(s => s.Value == Arm.Holdout), 0.27 * 2_000, 0.33 * 2_000);
        var again = new Bench(new LearningSettings(0, 0.3));
        foreach (var (id, arm) in sides.Where(s => s.Value == Arm.Holdout).Take(50))
        {
            var (candidates, chosen) = again.Look(id);
            Assert.Equal(arm, DecisionParts.ArmOf(candidates, chosen));
            // Everybody is idle but one, whom least loaded therefore passes over although it is the quickest.
            Assert.NotEqual("a0", chosen);
        }

        Assert.All(sides.Where(s => s.Value == Arm.Learned), s => Assert.Equal("a0", bench.Look(s.Key).Chosen));
    }

    [Fact]
    public void Choose_BeforeEnoughIsKnown_LeavesItToTheFallback()
    {
        var bench = new Bench(new LearningSettings(0.2, 0), outcomes: LearningRules.EnoughToDecide - 1);
        var (candidates, chosen) = bench.Look("c");
        Assert.Equal(Arm.Other, DecisionParts.ArmOf(candidates, chosen));
        Assert.NotEqual("a0", chosen);
    }

    /// <summary>Five agents of equal skills; a0 is the quickest, unless all are alike, and always a little busy.</summary>
    private sealed class Bench
    {
        private readonly Matcher _matcher;

        public Bench(LearningSettings settings, int outcomes = LearningRules.EnoughToDecide, bool alike = false)
        {
            var dice = new Dice(3);
            for (var i = 0; i < outcomes; i++)
                State = State.Finished($"before{i}", $"a{i % 5}", "t", alike ? 400 * Math.Exp(0.5 * dice.Normal()) : i % 5 == 0 ? 200 : 400, true, null);
            _matcher = Scene.Matcher(Installed.Create(new("learned", Learning: settings), () => State));
            for (var i = 0; i < 5; i++)
                _matcher.Observe(Scene.Agent($"a{i}", load: i == 0 ? 1 : 0), true, Scene.Start);
        }

        public LearningState State { get; private set; } = LearningState.Empty;

        /// <summary>Decides, without consequences for the agents' loads.</summary>
        public (ImmutableArray<ScoredCandidate> All, string Chosen) Look(string id)
        {
            _matcher.Join(Scene.Waits(id, topic: "t"), Scene.Start);
            var decision = _matcher.Next(Scene.Start)!;
            _matcher.Book(decision.Agent.AgentId, id, decision.Work, Scene.Start);
            _matcher.Unbook(decision.Agent.AgentId, id);
            _matcher.Leave(id);
            return (decision.Explanation.Candidates, decision.Agent.AgentId);
        }

        public (ImmutableArray<ScoredCandidate> All, string Chosen) Decide(string id)
        {
            var seen = Look(id);
            State = State.Decided(id, "t", seen.Chosen, seen.All, null);
            return seen;
        }
    }
}
