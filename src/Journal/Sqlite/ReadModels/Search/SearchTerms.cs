using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Sqlite.ReadModels.Search;

/// <summary>What the index is asked for, and how common each part of it is.</summary>
/// <param name="Match">Null when some part is nowhere.</param>
internal sealed record SearchTerms(string? Match, IReadOnlyList<long> PartTexts)
{
    public static SearchTerms Of(SqliteDatabase database, long tenant, SearchWish wish, IEnumerable<SearchKind> kinds)
    {
        var of = kinds.Select(kind => Of(database, new IndexedWords(tenant, kind), wish)).ToArray();
        var matches = of.Select(terms => terms.Match).OfType<string>().ToArray();
        return new(matches.Length == 0 ? null : string.Join(" OR ", matches), [.. wish.Parts.Select((_, part) => of.Sum(terms => terms.PartTexts[part]))]);
    }

    private static SearchTerms Of(SqliteDatabase database, IndexedWords index, SearchWish wish)
    {
        using var known = database.Prepare("SELECT texts FROM search_word WHERE word = ?1");
        var (asked, counts) = (new List<string>(), new List<long>());
        foreach (var part in wish.Parts)
        {
            var (term, texts) = part.Beginning ? Beginning(database, index, part.Words[0]) : (index.Phrase(part.Words), part.Words.Min(word => Texts(known, index[word])));
            asked.Add(term);
            counts.Add(texts);
        }

        return new(counts.Count > 0 && counts.All(texts => texts > 0) ? $"({string.Join(" AND ", asked)})" : null, counts);
    }

    private static (string Term, long Texts) Beginning(SqliteDatabase database, IndexedWords index, string word)
    {
        using var select = database.Prepare($"""
            SELECT word, texts FROM (SELECT word, texts FROM search_word WHERE word >= ?1 AND word < ?2 LIMIT {SearchWish.BeginningsLookedAt})
            ORDER BY word = ?1 DESC, texts DESC LIMIT {SearchWish.Continuations}
            """);
        select.Bind(1, index[word]).Bind(2, index[word] + "\uFFFF");
        var (terms, texts) = (new List<string>(), 0L);
        while (select.Step())
        {
            terms.Add($"\"{select.Text(0)}\"");
            texts += select.Int64(1);
        }

        return ($"({string.Join(" OR ", terms)})", texts);
    }

    private static long Texts(SqliteStatement known, string word)
    {
        var texts = known.Bind(1, word).Step() ? known.Int64(0) : 0;
        known.Reset();
        return texts;
    }
}
