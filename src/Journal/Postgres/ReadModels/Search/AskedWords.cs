using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>What the index is asked for, and how common each part of it is.</summary>
/// <param name="Groups">A text must have a word of each; empty when some part is nowhere.</param>
/// <param name="PartTexts">In how many texts each part of the wish is, about.</param>
/// <param name="HasPhrases">Texts with all words may lack the phrase.</param>
internal sealed record AskedWords(IReadOnlyList<IReadOnlyList<(SearchKind Kind, string Word)>> Groups, IReadOnlyList<long> PartTexts, bool HasPhrases)
{
    /// <summary>Texts that match at most, about.</summary>
    public long Likely => PartTexts.Min();

    /// <param name="known">Texts of every word of the wish that the index has.</param>
    /// <param name="continuations">The most common words that begin as its last part.</param>
    public static AskedWords Of(
        SearchWish wish, IReadOnlyList<SearchKind> kinds, IReadOnlyDictionary<(SearchKind Kind, string Word), long> known, ILookup<SearchKind, (string Word, long Texts)> continuations)
    {
        var counts = kinds.ToDictionary(kind => kind, kind => wish.Parts.Select(part => part.Beginning
            ? continuations[kind].Sum(word => word.Texts)
            : part.Words.Min(word => known.GetValueOrDefault((kind, word)))).ToArray());
        SearchKind[] possible = [.. kinds.Where(kind => counts[kind].Length > 0 && counts[kind].All(texts => texts > 0))];
        IEnumerable<IReadOnlyList<(SearchKind, string)>> groups = possible.Length == 0 ? [] : wish.Parts.SelectMany(part => part.Beginning
            ? [[.. possible.SelectMany(kind => continuations[kind].Select(word => (kind, word.Word)))]]
            : part.Words.Select(word => (IReadOnlyList<(SearchKind, string)>)[.. possible.Select(kind => (kind, word))]));
        return new([.. groups], [.. wish.Parts.Select((_, part) => counts.Values.Sum(of => of[part]))], wish.Parts.Any(part => part.Words.Length > 1));
    }
}
