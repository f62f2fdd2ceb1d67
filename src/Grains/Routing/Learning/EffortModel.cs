using System.Collections.Immutable;

namespace Grainline.Routing.Learning;

/// <summary>
/// Predicts the <see cref="Effort"/> of an agent with a topic: a hybrid linear bandit. Shared terms say what load, skill, hour and satisfaction do for everybody; each pair of agent and topic
/// has an intercept of its own, drawn towards the agent's general pace while it has few outcomes, and that towards the topic's mean. Immutable; learning is a pure fold; its size is bounded.
/// </summary>
internal sealed record EffortModel
{
    public const int MostAgents = 1_024;
    public const int MostTopics = 64;
    public const int MostPairs = 8_192;

    /// <summary>Stands for "no topic" and for topics beyond <see cref="MostTopics"/>.</summary>
    public const string AnyTopic = "";

    /// <summary>
    /// What an agent's edge elsewhere is worth when it is asked for something else. Without it who is quick at everything is busy with what anybody could do when the one comes whom nobody else
    /// could help.
    /// </summary>
    public const double Price = 0.5;

    // Before anything is known: ten minutes, give or take a factor of 1.8.
    private static readonly double Unknown = Math.Log(600);
    private const double UsualVariance = 0.35;
    private const double VarianceBelief = 20;
    private const double VarianceFades = 10_000;

    public static readonly EffortModel Empty = new();

    public SharedTerms Shared { get; init; } = SharedTerms.None;

    public ImmutableDictionary<string, AgentTerms> Agents { get; init; } = ImmutableDictionary<string, AgentTerms>.Empty;

    public ImmutableDictionary<string, TopicTerms> Topics { get; init; } = ImmutableDictionary<string, TopicTerms>.Empty;

    /// <summary>Pairs over all agents.</summary>
    public int Pairs { get; init; }

    /// <summary>Outcomes ever learned from.</summary>
    public long Outcomes { get; init; }

    /// <summary>Faded number and sum of squared errors of predictions made before the outcome was learned.</summary>
    public double Errors { get; init; }

    public double SquaredErrors { get; init; }

    /// <summary>Of one outcome around its prediction.</summary>
    internal double Variance => (SquaredErrors + (VarianceBelief * UsualVariance)) / (Errors + VarianceBelief);

    public AgentTerms Agent(string agentId) => Agents.GetValueOrDefault(agentId, AgentTerms.None);

    /// <summary>What is added to an agent's effort because it may be needed elsewhere.</summary>
    public double Scarcity(string agentId) => Price * Agent(agentId).Edge;

    public Prediction Predict(string agentId, string? topic, in Features features) => Predict(Agent(agentId), Known(topic), features);

    /// <summary>The features that this agent has had with this topic on average: those that move no expectation.</summary>
    public Features Usual(string agentId, string? topic) => Agent(agentId).Topic(Known(topic)).UsualFeatures;

    /// <summary>What the topic usually takes; <paramref name="unknown"/> if it was never seen.</summary>
    public double TopicMean(string? topic, double unknown) => Topics.GetValueOrDefault(Known(topic), TopicTerms.None).Mean(unknown);

    /// <summary>A rating that came after the outcome was learned.</summary>
    public EffortModel Rate(string agentId, int score) =>
        Agents.TryGetValue(agentId, out var agent) ? this with { Agents = Agents.SetItem(agentId, agent.Rate(score)) } : this;

    public EffortModel Learn(string agentId, string? topic, in Features features, double effort, int? score)
    {
        var known = Topics.ContainsKey(topic ?? AnyTopic) || Topics.Count < MostTopics ? topic ?? AnyTopic : AnyTopic;
        var (agent, usual) = (Agent(agentId), Topics.GetValueOrDefault(known, TopicTerms.None));
        var pair = agent.Topic(known);
        // The topic's mean moves first: its very first outcome says nothing about the agent.
        var learned = usual.Learn(effort);
        var outcome = effort - learned.Mean(Unknown);

        var error = effort - Predict(agent, known, features).Effort;
        var fade = Errors >= VarianceFades ? 0.5 : 1.0;
        var vector = features.ToVector();
        var centred = vector;
        pair.Center(centred);
        var shared = Shared.Learn(centred, outcome - pair.Mean(agent.Pace), pair.Weight / (pair.Weight + 1));
        var (topics, after) = (Topics.SetItem(known, learned), agent.Learn(known, pair.Learn(vector, outcome), outcome, score, Outcomes + 1));
        return Bounded(this with
        {
            Shared = shared,
            Topics = topics,
            Agents = Agents.SetItem(agentId, after with { Edge = Edge(after, topics) }),
            Pairs = Pairs + (agent.Topics.ContainsKey(known) ? 0 : 1),
            Outcomes = Outcomes + 1,
            Errors = (Errors * fade) + (usual.Count == 0 ? 0 : 1),
            SquaredErrors = (SquaredErrors * fade) + (usual.Count == 0 ? 0 : error * error),
        });
    }

    /// <summary>Mean advantage over the usual, topics weighing what they take of everybody's time.</summary>
    private static double Edge(AgentTerms agent, ImmutableDictionary<string, TopicTerms> topics)
    {
        var (edge, whole) = (0.0, 0.0);
        foreach (var (topic, usual) in topics)
        {
            var time = usual.Count * Math.Exp(usual.Mean(Unknown));
            (edge, whole) = (edge + (time * Math.Max(0, -agent.Topic(topic).Mean(agent.Pace))), whole + time);
        }

        return edge / whole;
    }

    private Prediction Predict(AgentTerms agent, string topic, in Features features)
    {
        var pair = agent.Topic(topic);
        var vector = features.ToVector();
        pair.Center(vector);
        var effort = Topics.GetValueOrDefault(topic, TopicTerms.None).Mean(Unknown) + pair.Mean(agent.Pace);
        for (var i = 0; i < Features.Count; i++)
            effort += Shared.Slopes[i] * vector[i];
        return new(effort, Math.Sqrt(Variance * ((1 / pair.Weight) + SymmetricMatrix.Quadratic(Shared.Inverse, vector))));
    }

    private string Known(string? topic) => topic is not null && Topics.ContainsKey(topic) ? topic : AnyTopic;

    private static EffortModel Bounded(EffortModel model)
    {
        while (model.Agents.Count > MostAgents || model.Pairs > MostPairs)
        {
            var oldest = model.Agents.MinBy(agent => agent.Value.LastAt);
            model = model with { Agents = model.Agents.Remove(oldest.Key), Pairs = model.Pairs - oldest.Value.Topics.Count };
        }

        return model;
    }
}

/// <param name="Effort">Expected.</param>
/// <param name="Deviation">Standard deviation of the expectation, not of single outcomes: it shrinks with what is learned.</param>
internal readonly record struct Prediction(double Effort, double Deviation)
{
    public double Seconds => Math.Exp(Effort);
}
