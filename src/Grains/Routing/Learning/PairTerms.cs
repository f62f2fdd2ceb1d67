using System.Collections.Immutable;

namespace Grainline.Routing.Learning;

/// <summary>What one agent has shown on one topic: sums over its outcomes.</summary>
/// <param name="Count">Outcomes, faded.</param>
/// <param name="Outcome">Sum of the outcomes, each less what its topic usually takes.</param>
/// <param name="Seen">Sums of the features.</param>
internal sealed record PairTerms(double Count, double Outcome, ImmutableArray<double> Seen)
{
    /// <summary>How many outcomes the belief that an agent serves every topic at its own general pace is worth.</summary>
    public const double Belief = 2.0;

    // Older outcomes fade: people learn.
    private const double Fades = 256;

    public static readonly PairTerms None = new(0, 0, [.. new double[Features.Count]]);

    internal double Weight => Belief + Count;

    internal Features UsualFeatures => new(Seen[0] / Weight, Seen[1] / Weight, Seen[2] / Weight, Seen[3] / Weight);

    /// <summary>Mean outcome, drawn towards the agent's general pace while there are few.</summary>
    public double Mean(double pace) => (Outcome + (Belief * pace)) / Weight;

    /// <summary>How the features differ from what this pair has seen on average.</summary>
    public void Center(Span<double> features)
    {
        for (var i = 0; i < features.Length; i++)
            features[i] -= Seen[i] / Weight;
    }

    public PairTerms Learn(ReadOnlySpan<double> features, double outcome)
    {
        var fade = Count >= Fades ? 0.5 : 1.0;
        var seen = new double[features.Length];
        for (var i = 0; i < seen.Length; i++)
            seen[i] = (Seen[i] * fade) + features[i];
        return new((Count * fade) + 1, (Outcome * fade) + outcome, [.. seen]);
    }
}
