using Grainline.Routing.Learning;
using Grainline.Routing.Replay;

namespace Grainline.Tests.Routing.Learning;

/// <summary>A small world whose truth is known: some agents, some topics, a factor for each pair, and what load does.</summary>
internal sealed class World(int agents, int topics, ulong seed)
{
    public const double LoadSlope = 0.4;
    private const double Noise = 0.3;
    private const double Usual = 6;

    public int Agents => agents;

    public int Topics => topics;

    public static string Agent(int agent) => $"a{agent}";

    public static string Topic(int topic) => $"t{topic}";

    /// <summary>The logarithm of the factor, 0 on average over the agents of a topic only by chance.</summary>
    public double Truth(int agent, int topic) => 0.6 * Dice.For(seed, $"{agent} {topic}").Normal();

    public double Effort(int agent, int topic, double load, ref Dice dice) => Usual + Truth(agent, topic) + (LoadSlope * load) + (Noise * dice.Normal());

    /// <summary>Learned from as many outcomes of agents chosen by lot.</summary>
    public EffortModel Learned(int outcomes, EffortModel? before = null)
    {
        var (model, dice) = (before ?? EffortModel.Empty, Dice.For(seed, "outcomes"));
        for (var i = 0; i < outcomes; i++)
        {
            var (agent, topic, load) = (dice.Below(agents), dice.Below(topics), dice.Unit());
            model = model.Learn(Agent(agent), Topic(topic), new(load, 0, 0, 0), Effort(agent, topic, load, ref dice), null);
        }

        return model;
    }
}
