using System.Collections.Immutable;

namespace Grainline.Routing.Learning;

/// <summary>
/// What all pairs of agent and topic have in common: how the features move the time. Ridge regression on what is left when each pair's own mean is taken out,
/// which is the shared half of the hybrid linear bandit (Li, Chu, Langford and Schapire 2010, algorithm 2) for pairs with an intercept each.
/// </summary>
/// <param name="Gram">Features by features, row by row.</param>
/// <param name="Moment">Features by outcome.</param>
/// <param name="Weight">Observations in it.</param>
internal sealed record SharedTerms(ImmutableArray<double> Gram, ImmutableArray<double> Moment, double Weight)
{
    // A feature that runs over its whole range is believed to change the logarithm of the time by about one half.
    private const double Prior = 4.0;

    // Beyond this the past fades: halved, so that a shop that changes is followed.
    private const double Fades = 40_000;

    public static readonly SharedTerms None = new(SymmetricMatrix.Diagonal(Features.Count, Prior), [.. new double[Features.Count]], 0);

    private double[]? _inverse;
    private double[]? _slopes;

    internal ReadOnlySpan<double> Inverse => _inverse ??= SymmetricMatrix.Invert(Gram.AsSpan(), Features.Count);

    /// <summary>What one unit of each feature does to the logarithm of the time.</summary>
    internal ReadOnlySpan<double> Slopes => _slopes ??= Solve();

    /// <summary>One observation, as far as it differs from what its pair has shown before.</summary>
    public SharedTerms Learn(ReadOnlySpan<double> features, double outcome, double weight)
    {
        var fade = Weight >= Fades ? 0.5 : 1.0;
        var (gram, moment) = (new double[Gram.Length], new double[Moment.Length]);
        for (var i = 0; i < features.Length; i++)
        {
            moment[i] = (Moment[i] * fade) + (weight * features[i] * outcome);
            for (var j = 0; j < features.Length; j++)
            {
                var prior = i == j ? Prior : 0;
                var at = (i * features.Length) + j;
                gram[at] = prior + ((Gram[at] - prior) * fade) + (weight * features[i] * features[j]);
            }
        }

        return new([.. gram], [.. moment], (Weight * fade) + 1);
    }

    private double[] Solve()
    {
        var slopes = new double[Features.Count];
        for (var i = 0; i < slopes.Length; i++)
        {
            for (var j = 0; j < slopes.Length; j++)
                slopes[i] += Inverse[(i * slopes.Length) + j] * Moment[j];
        }

        return slopes;
    }
}
