using System.Collections.Immutable;

namespace Grainline.Routing.Learning;

/// <summary>One agent: its pace over all topics, what visitors said of it, and its topics one by one.</summary>
/// <param name="Count">Outcomes, faded.</param>
/// <param name="Outcome">Sum of the outcomes, each less what its topic usually takes.</param>
/// <param name="Scores">Ratings, faded.</param>
/// <param name="Score">Sum of the ratings, each from -1 (one) to 1 (five).</param>
/// <param name="Topics">By topic.</param>
/// <param name="Edge">How much better than usual it is where the shop's time goes: see <see cref="EffortModel.Price"/>.</param>
/// <param name="LastAt">Number of the model's last outcome that was this agent's: who is not seen for long is forgotten first.</param>
internal sealed record AgentTerms(double Count, double Outcome, double Scores, double Score, ImmutableDictionary<string, PairTerms> Topics, double Edge, long LastAt)
{
    // Two topics' worth of outcomes stand against the belief that an agent is like any other.
    private const double Belief = 5.0;
    private const double Fades = 2_048;

    public static readonly AgentTerms None = new(0, 0, 0, 0, ImmutableDictionary<string, PairTerms>.Empty, 0, 0);

    /// <summary>How far the agent is from the usual time of its topics, as a difference of logarithms.</summary>
    internal double Pace => Outcome / (Count + Belief);

    internal double Satisfaction => Score / (Scores + Belief);

    public PairTerms Topic(string topic) => Topics.GetValueOrDefault(topic, PairTerms.None);

    public AgentTerms Learn(string topic, PairTerms pair, double outcome, int? score, long at)
    {
        var fade = Count >= Fades ? 0.5 : 1.0;
        return new(
            (Count * fade) + 1, (Outcome * fade) + outcome,
            (Scores * fade) + (score is null ? 0 : 1), (Score * fade) + (score is { } said ? Share(said) : 0),
            Topics.SetItem(topic, pair), Edge, at);
    }

    public AgentTerms Rate(int score) => this with { Scores = Scores + 1, Score = Score + Share(score) };

    private static double Share(int score) => (Math.Clamp(score, 1, 5) - 3) / 2.0;
}
