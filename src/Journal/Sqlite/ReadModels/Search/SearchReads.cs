using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journal.Sqlite.ReadModels.Tickets;

namespace Grainline.Journal.Sqlite.ReadModels.Search;

/// <summary>One search: words, then candidates, then their order, then the page.</summary>
internal sealed class SearchReads(SqliteDatabase database, SearchRowQuery query, TimeProvider time)
{
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
        (Candidate, double)[] scored = [.. scan.Found.Select(found => RankedPage.Score(found, Text(texts, found.Doc), _wish, rank))];
        return RankedPage.Of(query, scored, named.Count, top, complete) is { } page
            ? new([.. named, .. page.Hits.Select(hit => Hit(texts, hit)).OfType<SearchRowHit>()], page.Next, false)
            : new([], null, true);
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

    private SearchRowHit? Hit(SqliteStatement texts, Candidate found)
    {
        using var select = database.Prepare(found.Kind == SearchKind.Ticket
            ? "SELECT row FROM ticket WHERE tenant = ?1 AND id = ?2"
            : "SELECT row FROM conversation WHERE tenant = ?1 AND id = ?2");
        return select.Bind(1, query.Reader.Tenant).Bind(2, found.Id).Step() ? RankedPage.Hit(found, select.Blob(0), Text(texts, found.Doc), _wish) : null;
    }

    private static string Text(SqliteStatement texts, long doc)
    {
        var text = texts.Bind(1, doc).Step() ? texts.Text(0) : "";
        texts.Reset();
        return text;
    }
}
