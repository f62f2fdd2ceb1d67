namespace Grainline.Journal.ReadModels.Search;

/// <summary>BM25 over the parts of a wish, times how new the text is. Rare words weigh more than common ones, short texts more than long ones, subjects and tags more than comments.</summary>
/// <param name="Texts">How many texts the tenant has.</param>
/// <param name="AverageLength">Words of one.</param>
/// <param name="PartTexts">In how many of them each part is, about.</param>
internal sealed record SearchRank(long Texts, double AverageLength, IReadOnlyList<long> PartTexts, DateTimeOffset Now)
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;
    private const double HeadWeight = 1.5;
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(60);

    public double Of(int[] counts, int words, DateTimeOffset at, bool isHead)
    {
        var norm = Saturation * (1 - LengthWeight + (LengthWeight * words / Math.Max(1, AverageLength)));
        var score = 0.0;
        for (var part = 0; part < counts.Length; part++)
        {
            var rarity = Math.Log(1 + (Math.Max(0, Texts - PartTexts[part] + 0.5) / (PartTexts[part] + 0.5)));
            score += rarity * counts[part] * (Saturation + 1) / (counts[part] + norm);
        }

        // Half of the score does not age: the one old answer is still found among many new ones that say less.
        var age = Math.Max(0, (Now - at) / HalfLife);
        return score * (isHead ? HeadWeight : 1) * (0.5 + (0.5 * Math.Pow(0.5, age)));
    }
}
