using System.Collections.Immutable;

namespace Grainline.Routing.Learning;

/// <summary>
/// Everything that a queue has learned, as a fold of its own decisions and outcomes: it lives in the queue's state and snapshots, comes back from the journal as it was, and its size is bounded.
/// It learns under every policy, so that there is something to know before the learned one is switched on. What is computed is internal: snapshots keep public members.
/// </summary>
internal sealed record LearningState
{
    /// <summary>Decisions whose outcome is waited for.</summary>
    public const int MostPending = 4_096;

    // Forgetting in lots keeps its price off the single decision.
    private const int Lot = 512;

    public static readonly LearningState Empty = new();

    public EffortModel Model { get; init; } = EffortModel.Empty;

    public ImmutableDictionary<string, PendingOutcome> Pending { get; init; } = ImmutableDictionary<string, PendingOutcome>.Empty;

    /// <summary>Decisions of any policy.</summary>
    public long Decisions { get; init; }

    /// <summary>Decisions of the learned policy itself, and how many of them deviated from the best known choice.</summary>
    public long OwnDecisions { get; init; }

    public long Explored { get; init; }

    /// <summary>What the learned policy would have taken less what was taken, decision by decision: see <see cref="OffPolicyEstimate"/>.</summary>
    public RunningMean Difference { get; init; }

    /// <summary>Outcomes less what their topics usually take, by who decided.</summary>
    public RunningMean Learned { get; init; }

    public RunningMean Holdout { get; init; }

    /// <summary>Outcomes of decisions on which the learned policy would have agreed.</summary>
    public long Agreed { get; init; }

    /// <summary>A conversation was offered to <paramref name="agentId"/>.</summary>
    /// <param name="candidates">As the decision names them.</param>
    /// <param name="skillMatch">Of the chosen one; null when no skill was asked.</param>
    public LearningState Decided(string conversationId, string? topic, string agentId, ImmutableArray<ScoredCandidate> candidates, double? skillMatch)
    {
        var number = Decisions + 1;
        var arm = DecisionParts.ArmOf(candidates, agentId);
        var pending = OffPolicyEstimate.Prepare(Model, topic, agentId, candidates, skillMatch, number, arm);
        return (this with
        {
            Decisions = number,
            OwnDecisions = OwnDecisions + (arm == Arm.Learned ? 1 : 0),
            Explored = Explored + (DecisionParts.Explored(candidates, agentId) ? 1 : 0),
            Pending = Pending.SetItem(conversationId, pending),
        }).Bounded();
    }

    /// <summary>A served conversation ended, or was rated later. Saying the same twice changes nothing.</summary>
    public LearningState Finished(string conversationId, string agentId, string? topic, double handleSeconds, bool resolved, int? score)
    {
        var known = Pending.GetValueOrDefault(conversationId);
        if (known is { Finished: true })
        {
            return score is null || known.Rated
                ? this
                : this with { Model = Model.Rate(known.AgentId, score.Value), Pending = Pending.SetItem(conversationId, known with { Rated = true }) };
        }

        // Somebody else served it in the end: what is known of the first agent's moment says nothing about this one.
        var same = known?.AgentId == agentId ? known : null;
        var features = same?.Features ?? Model.Usual(agentId, topic);
        var effort = Effort.Of(handleSeconds, resolved, score);
        var after = this with
        {
            Model = Model.Learn(agentId, topic, features, effort, score),
            Pending = Pending.SetItem(
                conversationId, new(agentId, topic, features, known?.Number ?? Decisions, null, 0, 0, same?.Arm ?? Arm.Other, Finished: true, Rated: score is not null)),
        };
        return (same is null ? after : after.Compare(same, effort, effort - Model.TopicMean(topic, effort))).Bounded();
    }

    private LearningState Compare(PendingOutcome decision, double effort, double overTopic) => this with
    {
        Difference = decision.Wanted is { } wanted ? Difference.Add(wanted + (decision.Weight * (effort - decision.Expected)) - effort) : Difference,
        Agreed = Agreed + (decision.Weight > 0 ? 1 : 0),
        Learned = decision.Arm == Arm.Learned ? Learned.Add(overTopic) : Learned,
        Holdout = decision.Arm == Arm.Holdout ? Holdout.Add(overTopic) : Holdout,
    };

    private LearningState Bounded()
    {
        if (Pending.Count <= MostPending + Lot)
            return this;
        var horizon = Pending.Values.Select(p => p.Number).Order().ElementAt(Pending.Count - MostPending);
        return this with { Pending = Pending.RemoveRange(Pending.Where(p => p.Value.Number < horizon).Select(p => p.Key)) };
    }
}
