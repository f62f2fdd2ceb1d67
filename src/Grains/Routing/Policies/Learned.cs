using Grainline.Agents;
using Grainline.Routing.Learning;
using Grainline.Routing.Matching;

namespace Grainline.Routing.Policies;

/// <summary>
/// The agent that is expected to take least, from what each has shown on each topic. A capped share of decisions tries somebody about whom too little is known; a share of the conversations is
/// left to the fallback, to compare with; and everybody is until enough was learned.
/// </summary>
/// <param name="learning">What the queue knows at the moment of asking.</param>
internal sealed class Learned(LearningSettings settings, IRoutingPolicy fallback, Func<LearningState> learning) : IRoutingPolicy
{
    public const string Name = "learned";

    private const string LeftToFallback = "fallback";
    private const string LeftForComparison = "holdout";
    private const int Looked = 12;

    // Who could be better than the best with two standard errors of luck is worth a try.
    private const double Optimism = 2;

    // Several agents are asked at once: what this version has begun to try counts before the state knows of it.
    private readonly long _before = learning().Explored;
    private long _begun;

    public Shortlist Shortlist => new(Looked);

    public string? Group(WaitingConversation conversation) =>
        learning().Model.Outcomes < LearningRules.EnoughToDecide ? LeftToFallback : IsHeldOut(conversation.ConversationId) ? LeftForComparison : null;

    /// <summary>
    /// What is known moves with every outcome, the index only with its agent. That is close enough: an agent's outcome comes as its slot is freed, and the short list is scored anew.
    /// </summary>
    public double Rank(Demand demand, Seat seat)
    {
        if (demand.Group is not null)
            return fallback.Rank(demand, seat);
        var model = learning().Model;
        return -Predict(model, demand, seat, FeaturesOf(model, demand, seat, 0)).Effort - model.Scarcity(seat.AgentId);
    }

    public Score Score(in Asked asked, Seat seat)
    {
        if (asked.Demand.Group is { } group)
        {
            var score = fallback.Score(asked, seat);
            return group == LeftForComparison ? score with { Parts = [.. score.Parts, new(DecisionParts.Holdout, 1)] } : score;
        }

        var model = learning().Model;
        var features = FeaturesOf(model, asked.Demand, seat, Features.ShiftOf(asked.Now - seat.Agent.Since));
        var prediction = Predict(model, asked.Demand, seat, features);
        var scarcity = model.Scarcity(seat.AgentId);
        return new(
            -prediction.Effort - scarcity,
            new(DecisionParts.Expected, prediction.Seconds), new(DecisionParts.Uncertainty, prediction.Deviation), new(DecisionParts.Scarcity, scarcity), new(DecisionParts.Load, features.Load),
            new(DecisionParts.Skill, features.Skill), new(DecisionParts.Shift, features.Shift), new(DecisionParts.Satisfaction, features.Satisfaction));
    }

    public int Choose(in Asked asked, Span<Scored> shortlist)
    {
        if (asked.Demand.Group is not null)
            return fallback.Choose(asked, shortlist);
        var best = Scored.Best(shortlist);
        var trials = Trials(shortlist, best, out var sum);
        var explore = sum > 0 && MayExplore() ? settings.MaxExploration : 0;
        var chance = asked.Chance();
        var chosen = chance.Share() < explore ? Draw(trials, sum * chance.Share(), best) : best;
        for (var i = 0; i < shortlist.Length; i++)
        {
            var propensity = i == best ? 1 - explore : explore == 0 ? 0 : explore * trials[i] / sum;
            shortlist[i] = With(shortlist[i], new(DecisionParts.Propensity, propensity));
        }

        if (chosen == best)
            return best;
        _begun++;
        shortlist[chosen] = With(shortlist[chosen], new(DecisionParts.Exploring, 1));
        return chosen;
    }

    /// <summary>The same conversation is always on the same side.</summary>
    private bool IsHeldOut(string conversationId) => new Chance(conversationId, 0).Share() < settings.Holdout;

    /// <summary>Counted, not only drawn: the share of deviations never exceeds what was allowed.</summary>
    private bool MayExplore() => learning() is var known && Math.Max(known.Explored, _before + _begun) + 1 <= settings.MaxExploration * (known.OwnDecisions + 1);

    private static double[] Trials(ReadOnlySpan<Scored> shortlist, int best, out double sum)
    {
        var trials = new double[shortlist.Length];
        sum = 0;
        for (var i = 0; i < trials.Length; i++)
        {
            var deviation = shortlist[i].Score.Parts[1].Value;
            if (i != best && shortlist[i].Score.Value + (Optimism * deviation) > shortlist[best].Score.Value)
                sum += trials[i] = deviation;
        }

        return trials;
    }

    private static int Draw(ReadOnlySpan<double> weights, double at, int otherwise)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            at -= weights[i];
            if (at < 0 && weights[i] > 0)
                return i;
        }

        return otherwise;
    }

    private static Scored With(Scored scored, ScorePart part) => scored with { Score = scored.Score with { Parts = [.. scored.Score.Parts, part] } };

    private static Prediction Predict(EffortModel model, Demand demand, Seat seat, in Features features) => model.Predict(seat.AgentId, demand.Topic, features);

    private static Features FeaturesOf(EffortModel model, Demand demand, Seat seat, double shift) =>
        new(1 - seat.FreeShare, demand.Needs.Asks ? seat.Skill(demand.Needs) : 0, shift, model.Agent(seat.AgentId).Satisfaction);
}
