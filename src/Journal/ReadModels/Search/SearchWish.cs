using System.Collections.Immutable;
using System.Globalization;

namespace Grainline.Journal.ReadModels.Search;

/// <summary>What somebody looks for: parts that must all be there.</summary>
/// <param name="Number">Set when one of the parts is a number, with or without <c>#</c>.</param>
internal sealed record SearchWish(ImmutableArray<SearchPart> Parts, long? Number)
{
    /// <summary>What a beginning stands for: the most common words that begin so. An index would gather all texts of all of them before it gave the first.</summary>
    public const int Continuations = 24;

    /// <summary>Words that begin so which are looked at for these.</summary>
    public const int BeginningsLookedAt = 2_000;

    private const int MostParts = 12;
    private const int ShortestBeginning = 2;

    public static SearchWish Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<SearchPart>();
        long? number = null;
        foreach (var (chunk, quoted) in Chunks(text))
        {
            var words = Words.Of(chunk);
            if (words.Count == 0)
                continue;
            if (quoted)
                parts.Add(new([.. words.Select(w => w.Text)], false));
            else
                parts.AddRange(Runs(words).Select(run => new SearchPart([.. run.Select(w => w.Text)], false)));
            if (!quoted && long.TryParse(chunk.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var named))
                number = named;
        }

        // Whoever is still typing has not ended the last word.
        if (parts.Count > 0 && text.Length > 0 && Scripts.IsWord(text.EnumerateRunes().Last()) && parts[^1] is { Words: [{ Length: >= ShortestBeginning } last] } && !IsDense(last))
            parts[^1] = parts[^1] with { Beginning = true };
        return new([.. parts.Distinct().Take(MostParts)], number);
    }

    private static bool IsDense(string word) => word.EnumerateRunes().Any(Scripts.IsDense);

    /// <summary>Words that stand together in one chunk (<c>a@b.c</c>, a run of Chinese) are looked for together; where the script changes they are not.</summary>
    private static IEnumerable<List<Word>> Runs(List<Word> words)
    {
        var run = new List<Word>();
        foreach (var word in words)
        {
            if (run.Count > 0 && (word.Dense != run[^1].Dense || (word.Dense && word.Start >= run[^1].End)))
            {
                yield return run;
                run = [];
            }

            run.Add(word);
        }

        yield return run;
    }

    private static IEnumerable<(string Text, bool Quoted)> Chunks(string text)
    {
        var pieces = text.Replace('\u201C', '"').Replace('\u201D', '"').Split('"');
        foreach (var (i, piece) in pieces.Index())
        {
            if (i % 2 == 1)
                yield return (piece, true);
            else
                foreach (var chunk in piece.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
                    yield return (chunk, false);
        }
    }
}

/// <param name="Words">Stand side by side.</param>
/// <param name="Beginning">The one word may go on.</param>
internal sealed record SearchPart(ImmutableArray<string> Words, bool Beginning)
{
    public bool Equals(SearchPart? other) => other is not null && Beginning == other.Beginning && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => Words.Aggregate(0, HashCode.Combine);
}
