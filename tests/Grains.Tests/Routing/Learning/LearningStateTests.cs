using System.Collections.Immutable;
using System.Text.Json;
using Grainline.Routing;
using Grainline.Routing.Learning;
using Grainline.Routing.Replay;

namespace Grainline.Tests.Routing.Learning;

public sealed class LearningStateTests
{
    [Fact]
    public void Finished_Twice_IsLearnedOnce()
    {
        var once = LearningState.Empty.Decided("c", "t", "a", Candidates("a", "b"), null).Finished("c", "a", "t", 300, true, null);
        Assert.Same(once, once.Finished("c", "a", "t", 300, true, null));
        Assert.Equal(1, once.Model.Outcomes);
    }

    [Fact]
    public void Finished_RatedAfterwards_MovesSatisfactionOnly()
    {
        var ended = LearningState.Empty.Decided("c", "t", "a", Candidates("a", "b"), null).Finished("c", "a", "t", 300, true, null);
        var rated = ended.Finished("c", "a", "t", 300, true, 5).Finished("c", "a", "t", 300, true, 5);
        Assert.Equal(1, rated.Model.Outcomes);
        Assert.Equal(1, rated.Model.Agent("a").Scores);
        Assert.True(rated.Model.Agent("a").Satisfaction > 0);
    }

    [Fact]
    public void Finished_NeverDecided_IsLearnedToo() =>
        Assert.Equal(1, LearningState.Empty.Finished("c", "a", "t", 300, true, null).Model.Outcomes);

    [Fact]
    public void Finished_BySomebodyElseInTheEnd_IsTheirs()
    {
        var state = LearningState.Empty.Decided("c", "t", "a", Candidates("a", "b"), null).Finished("c", "b", "t", 300, true, null);
        Assert.Equal(["b"], state.Model.Agents.Keys);
        Assert.Equal(0, state.Difference.Count);
    }

    [Fact]
    public void Decided_WithoutEnd_StaysBounded()
    {
        var state = LearningState.Empty;
        for (var i = 0; i < 3 * LearningState.MostPending; i++)
            state = state.Decided($"c{i}", "t", "a", Candidates("a", "b"), null);
        Assert.InRange(state.Pending.Count, LearningState.MostPending, LearningState.MostPending + 512);
        Assert.Contains($"c{(3 * LearningState.MostPending) - 1}", state.Pending.Keys);
        Assert.DoesNotContain("c0", state.Pending.Keys);
    }

    [Fact]
    public void Fold_WithASnapshotInTheMiddle_ComesToTheSame()
    {
        var through = Fold(Fold(LearningState.Empty, 0, 400), 400, 800);
        var over = Fold(JsonSerializer.Deserialize<LearningState>(JsonSerializer.Serialize(Fold(LearningState.Empty, 0, 400)))!, 400, 800);
        Assert.Equal(through.Difference, over.Difference);
        Assert.Equal((through.Decisions, through.Agreed, through.Pending.Count), (over.Decisions, over.Agreed, over.Pending.Count));
        Assert.Equal(LearningRules.Estimate(through), LearningRules.Estimate(over));
        Assert.All(through.Pending, p => Assert.Equal(p.Value, over.Pending[p.Key]));
    }

    /// <summary>Logged by lot among four: what the estimate says must hold the truth, which is what the best of the four takes less what one by lot takes.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Difference_OfChoicesByLot_IsWhatTheBestWouldSave(ulong seed)
    {
        var (world, dice, state) = (new World(4, 2, seed), Dice.For(seed, "lot"), LearningState.Empty);
        ImmutableArray<ScoredCandidate> candidates = [.. Enumerable.Range(0, 4).Select(a => new ScoredCandidate(World.Agent(a), 0, 0, 2, null, [new(DecisionParts.Propensity, 0.25)]))];
        for (var i = 0; i < 6_000; i++)
        {
            var (agent, topic) = (dice.Below(4), dice.Below(2));
            state = state.Decided($"c{i}", World.Topic(topic), World.Agent(agent), candidates, null)
                .Finished($"c{i}", World.Agent(agent), World.Topic(topic), Math.Exp(world.Effort(agent, topic, 0, ref dice)), true, null);
        }

        // The policy weighs scarcity, too, so its own choice may be the second best here and there.
        var choice = Enumerable.Range(0, 2).Select(t => Enumerable.Range(0, 4).MinBy(a => state.Model.Predict(World.Agent(a), World.Topic(t), default).Effort + state.Model.Scarcity(World.Agent(a)))).ToArray();
        var truth = Enumerable.Range(0, 2).Average(t => world.Truth(choice[t], t) - Enumerable.Range(0, 4).Average(a => world.Truth(a, t)));
        Assert.InRange(state.Difference.Mean, truth - 0.08, truth + 0.08);
        Assert.True(state.Agreed > 1_000);
    }

    private static LearningState Fold(LearningState state, int from, int to)
    {
        var dice = new Dice((ulong)from);
        for (var i = from; i < to; i++)
        {
            var agent = $"a{dice.Below(5)}";
            state = state.Decided($"c{i}", $"t{i % 3}", agent, Candidates("a0", "a1", "a2", "a3", "a4"), 0.5);
            if (i % 4 != 0)
                state = state.Finished($"c{i}", agent, $"t{i % 3}", 100 + (500 * dice.Unit()), dice.Unit() < 0.9, i % 5 == 0 ? 1 + dice.Below(5) : null);
        }

        return state;
    }

    private static ImmutableArray<ScoredCandidate> Candidates(params string[] agents) => [.. agents.Select(a => new ScoredCandidate(a, 0.5, 1, 3))];
}
