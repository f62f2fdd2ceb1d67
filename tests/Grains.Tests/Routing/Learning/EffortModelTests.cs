using System.Text.Json;
using Grainline.Routing.Learning;

namespace Grainline.Tests.Routing.Learning;

public sealed class EffortModelTests
{
    private static readonly Features Idle = default;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Predict_AfterManyOutcomes_OrdersAgentsAsTheyAre(ulong seed)
    {
        var world = new World(8, 3, seed);
        var model = world.Learned(2_400);
        for (var topic = 0; topic < world.Topics; topic++)
        {
            for (var a = 0; a < world.Agents; a++)
            {
                for (var b = 0; b < world.Agents; b++)
                {
                    var believed = Predict(model, a, topic) - Predict(model, b, topic);
                    Assert.InRange(believed, world.Truth(a, topic) - world.Truth(b, topic) - 0.2, world.Truth(a, topic) - world.Truth(b, topic) + 0.2);
                }
            }
        }
    }

    [Fact]
    public void Learn_WorkThatLoadSlows_FindsHowMuch() => Assert.InRange(new World(8, 3, 5).Learned(4_000).Shared.Slopes[0], World.LoadSlope - 0.05, World.LoadSlope + 0.05);

    [Fact]
    public void Predict_MoreOutcomes_AreSurer()
    {
        var world = new World(4, 2, 1);
        Assert.True(world.Learned(2_000).Predict("a1", "t1", Idle).Deviation < world.Learned(40).Predict("a1", "t1", Idle).Deviation / 3);
    }

    [Fact]
    public void Predict_TopicAnAgentNeverHad_StandsAtItsGeneralPace()
    {
        var model = EffortModel.Empty;
        for (var i = 0; i < 50; i++)
            model = model.Learn("quick", "known", Idle, 5, null).Learn("slow", "known", Idle, 7, null).Learn("third", "new", Idle, 6, null);
        Assert.True(model.Predict("quick", "new", Idle).Effort < 5.4);
        Assert.True(model.Predict("slow", "new", Idle).Effort > 6.6);
        Assert.InRange(model.Predict("stranger", "new", Idle).Effort, 5.9, 6.1);
    }

    [Fact]
    public void Scarcity_OfWhoIsQuickElsewhere_IsHigherThanOfTheOthers()
    {
        var model = EffortModel.Empty;
        for (var i = 0; i < 50; i++)
            model = model.Learn("expert", "hard", Idle, 5, null).Learn("other", "hard", Idle, 7, null).Learn("expert", "easy", Idle, 5, null).Learn("other", "easy", Idle, 5, null);
        Assert.True(model.Scarcity("expert") > model.Scarcity("other") + 0.3);
    }

    [Fact]
    public void Learn_MoreAgentsThanAreKept_ForgetsThoseNotSeenForLongest()
    {
        var model = EffortModel.Empty;
        for (var i = 0; i < EffortModel.MostAgents + 100; i++)
            model = model.Learn($"agent {i}", "t", Idle, 6, null).Learn("always", "t", Idle, 5, null);
        Assert.Equal(EffortModel.MostAgents, model.Agents.Count);
        Assert.Equal(model.Agents.Values.Sum(a => a.Topics.Count), model.Pairs);
        Assert.Contains("always", model.Agents.Keys);
        Assert.DoesNotContain("agent 0", model.Agents.Keys);
    }

    [Fact]
    public void Learn_MoreTopicsThanAreKept_PutsTheRestTogether()
    {
        var model = EffortModel.Empty;
        for (var i = 0; i < EffortModel.MostTopics * 2; i++)
            model = model.Learn("a", $"topic {i}", Idle, 6, null);
        Assert.InRange(model.Topics.Count, EffortModel.MostTopics, EffortModel.MostTopics + 1);
        Assert.Contains(EffortModel.AnyTopic, model.Topics.Keys);
    }

    [Fact]
    public void Learn_AfterASnapshot_GoesOnAsIfThereHadBeenNone()
    {
        var world = new World(5, 3, 9);
        var half = world.Learned(300);
        var restored = JsonSerializer.Deserialize<EffortModel>(JsonSerializer.Serialize(half))!;
        var (through, over) = (world.Learned(300, half), world.Learned(300, restored));
        for (var agent = 0; agent < world.Agents; agent++)
        {
            for (var topic = 0; topic < world.Topics; topic++)
                Assert.Equal(through.Predict(World.Agent(agent), World.Topic(topic), new(0.5, 0, 0, 0)), over.Predict(World.Agent(agent), World.Topic(topic), new(0.5, 0, 0, 0)));
        }
    }

    private static double Predict(EffortModel model, int agent, int topic) => model.Predict(World.Agent(agent), World.Topic(topic), Idle).Effort;
}
