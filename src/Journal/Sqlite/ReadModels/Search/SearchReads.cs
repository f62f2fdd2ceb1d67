using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journal.Sqlite.ReadModels.Tickets;

namespace Grainline.Journal.Sqlite.ReadModels.Search;

/// <summary>One search: words, then candidates, then their order, then the page.</summary>
internal sealed class SearchReads(SqliteDatabase database, SearchRowQuery query, TimeProvider time)
{
    // Longer texts are ranked by their beginning.
    private const int RankedLength = 2_000;

    private readonly SearchWish _wish = SearchWish.Parse(query.Text);
    private readonly long _started = time.GetTimestamp();

    private bool WithConversations => query.Conversations && query.Filter is null;

    public SearchRowPage Page()
    {
        var (tenant, total, words) = Tenant();
        var named = query.After is null && _wish.Number is { } number ? Named(number) : [];
        var terms = SearchTerms.Of(database, tenant, _wish, WithConversations ? [SearchKind.Ticket, SearchKind.Conversation] : [SearchKind.Ticket]);
        if (terms.Match is not { } match)
            return new(named, null, false);
        var scan = new CandidateScan(database, query, tenant, _wish.Number, WithConversations, terms.PartTexts.Min(), () => time.GetElapsedTime(_started) > query.Budget);
        var top = query.After?.Top ?? database.Scalar("SELECT max(id) FROM search_doc");
        var complete = scan.Run(match, top);
        var rank = new SearchRank(total, total == 0 ? 0 : (double)words / total, terms.PartTexts, query.Now);
        using var texts = database.Prepare("SELECT text FROM search_text WHERE id = ?1");
        var ranked = scan.Found.Select(found => Ranked(texts, found, rank)).GroupBy(hit => hit.Found.Owner).Select(same => same.MaxBy(hit => hit.Score))
            .OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Found.Doc).ToArray();
        var (skip, limit) = (query.After?.Skip ?? 0, query.Limit - named.Count);
        if (!complete && scan.Found.Count < query.Candidates && ranked.Length < skip + limit)
            return new([], null, true);
        var page = ranked.Skip(skip).Take(limit).Select(hit => Hit(texts, hit.Found)).OfType<SearchRowHit>();
        SearchPlace? next = ranked.Length > skip + limit ? new(top, skip + limit) : complete ? null : new(scan.Found[^1].Doc - 1, 0);
        return new([.. named, .. page], next, false);
    }

    private (long No, long Texts, long Words) Tenant()
    {
        using var select = database.Prepare("SELECT no, texts, words FROM search_tenant WHERE tenant = ?1").Bind(1, query.Reader.Tenant);
        return select.Step() ? (select.Int64(0), select.Int64(1), select.Int64(2)) : default;
    }

    private IReadOnlyList<SearchRowHit> Named(long number)
    {
        var filter = (query.Filter ?? TicketRowFilter.Everything) with { Number = number };
        var found = TicketReads.List(database, new(query.Reader, filter, TicketRowOrder.Number, false, null, 1));
        return [.. found.Select(ticket => new SearchRowHit(SearchKind.Ticket, ticket.Json, Head(ticket.Id), null))];
    }

    private string Head(string ticket)
    {
        using var select = database.Prepare("""
            SELECT x.text FROM search_tenant n JOIN search_owner o ON o.tenant = n.no JOIN search_head h ON h.owner = o.key JOIN search_text x ON x.id = h.doc
            WHERE n.tenant = ?1 AND o.kind = 0 AND o.id = ?2
            """);
        return select.Bind(1, query.Reader.Tenant).Bind(2, ticket).Step() ? Excerpt.Of(select.Text(0), []) : "";
    }

    private (Candidate Found, double Score) Ranked(SqliteStatement texts, Candidate found, SearchRank rank)
    {
        var text = Text(texts, found.Doc);
        var match = SearchMatch.Find(text.Length > RankedLength ? text[..RankedLength] : text, _wish.Parts);
        return (found, rank.Of(match.Counts, found.Words, found.At, found.Seq == 0));
    }

    private SearchRowHit? Hit(SqliteStatement texts, Candidate found)
    {
        using var select = database.Prepare(found.Kind == SearchKind.Ticket
            ? "SELECT row FROM ticket WHERE tenant = ?1 AND id = ?2"
            : "SELECT row FROM conversation WHERE tenant = ?1 AND id = ?2");
        if (!select.Bind(1, query.Reader.Tenant).Bind(2, found.Id).Step())
            return null;
        var text = Text(texts, found.Doc);
        return new(found.Kind, select.Blob(0), Excerpt.Of(text, SearchMatch.Find(text, _wish.Parts).Spans), found.Seq == 0 ? null : found.Seq);
    }

    private static string Text(SqliteStatement texts, long doc)
    {
        var text = texts.Bind(1, doc).Step() ? texts.Text(0) : "";
        texts.Reset();
        return text;
    }
}
