namespace Grainline.Journal.ReadModels.Search;

/// <summary>From the newest candidates to the page that is asked for: the best text of each ticket or conversation, the best first.</summary>
/// <param name="Next">Null at the end.</param>
internal sealed record RankedPage(IReadOnlyList<Candidate> Hits, SearchPlace? Next)
{
    // Longer texts are ranked by their beginning.
    private const int RankedLength = 2_000;

    public static (Candidate Found, double Score) Score(Candidate found, string text, SearchWish wish, SearchRank rank)
    {
        var match = SearchMatch.Find(text.Length > RankedLength ? text[..RankedLength] : text, wish.Parts);
        return (found, rank.Of(match.Counts, found.Words, found.At, found.Seq == 0));
    }

    /// <summary>Null when the budget was used up before there was a page.</summary>
    /// <param name="scored">Newest first.</param>
    /// <param name="shown">Hits that stand above these.</param>
    /// <param name="top">The newest text that was looked at.</param>
    /// <param name="complete">There is no further candidate.</param>
    public static RankedPage? Of(SearchRowQuery query, IReadOnlyList<(Candidate Found, double Score)> scored, int shown, long top, bool complete)
    {
        Candidate[] ranked =
        [
            .. scored.GroupBy(hit => (hit.Found.Kind, hit.Found.Id)).Select(same => same.MaxBy(hit => hit.Score))
                .OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Found.Doc).Select(hit => hit.Found),
        ];
        var (skip, limit) = (query.After?.Skip ?? 0, query.Limit - shown);
        if (!complete && scored.Count < query.Candidates && ranked.Length < skip + limit)
            return null;
        SearchPlace? next = ranked.Length > skip + limit ? new(top, skip + limit) : complete ? null : new(scored[^1].Found.Doc - 1, 0);
        return new([.. ranked.Skip(skip).Take(limit)], next);
    }

    public static SearchRowHit Hit(Candidate found, ReadOnlyMemory<byte> json, string text, SearchWish wish) =>
        new(found.Kind, json, Excerpt.Of(text, SearchMatch.Find(text, wish.Parts).Spans), found.Seq == 0 ? null : found.Seq);
}
