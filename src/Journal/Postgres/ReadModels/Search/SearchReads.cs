using Grainline.Journal.Postgres.ReadModels.Tickets;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>One search: words, then candidates, then their order, then the page.</summary>
internal sealed class SearchReads(NpgsqlConnection connection, SearchRowQuery query, TimeProvider time)
{
    public const string HeadOf = """
        SELECT x.text FROM search_tenant n JOIN search_doc d ON d.tenant = n.no JOIN search_text x ON x.tenant = d.tenant AND x.no = d.no
        WHERE n.tenant = $1 AND d.kind = $2 AND d.item = $3 AND d.seq = 0
        """;

    private readonly SearchWish _wish = SearchWish.Parse(Storable(query.Text));
    private readonly long _started = time.GetTimestamp();

    private bool WithConversations => query.Conversations && query.Filter is null;

    private TimeSpan Left => query.Budget - time.GetElapsedTime(_started);

    public async Task<SearchRowPage> Page(CancellationToken cancellationToken)
    {
        var named = query.After is null && _wish.Number is { } number ? await Named(number, cancellationToken) : [];
        var start = await SearchStart.Read(connection, query.Reader.Tenant, _wish, WithConversations ? [SearchKind.Ticket, SearchKind.Conversation] : [SearchKind.Ticket], cancellationToken);
        if (start.Asked.Groups.Count == 0)
            return new(named, null, false);
        var conditions = new SearchConditions(query, _wish.Number, WithConversations);
        var scan = new CandidateScan(query, _wish, start, new(connection, start.Tenant, start.Asked, conditions, () => Left));
        var top = query.After?.Top ?? start.Last;
        var complete = await scan.Run(top, cancellationToken);
        var rank = new SearchRank(start.Texts, start.Texts == 0 ? 0 : (double)start.Words / start.Texts, start.Asked.PartTexts, query.Now);
        (Candidate, double)[] scored = [.. scan.Found.Select(hit => RankedPage.Score(hit.Found, hit.Text, _wish, rank))];
        if (RankedPage.Of(query, scored, named.Count, top, complete) is not { } page)
            return new([], null, true);
        var texts = scan.Found.ToDictionary(hit => hit.Found.Doc, hit => hit.Text);
        var rows = await Rows(page.Hits, cancellationToken);
        return new([.. named, .. page.Hits.Where(hit => rows.ContainsKey((hit.Kind, hit.Id))).Select(hit => RankedPage.Hit(hit, rows[(hit.Kind, hit.Id)], texts[hit.Doc], _wish))], page.Next, false);
    }

    private async Task<IReadOnlyList<SearchRowHit>> Named(long number, CancellationToken cancellationToken)
    {
        var filter = (query.Filter ?? TicketRowFilter.Everything) with { Number = number };
        var found = await TicketReads.List(connection, new(query.Reader, filter, TicketRowOrder.Number, false, null, 1), cancellationToken);
        if (found is not [var ticket])
            return [];
        var heads = await connection.All(Command(HeadOf, query.Reader.Tenant, (short)SearchKind.Ticket, ticket.Id), row => row.GetString(0), cancellationToken);
        return [new(SearchKind.Ticket, ticket.Json, heads is [var head] ? Excerpt.Of(head, []) : "", null)];
    }

    private async Task<Dictionary<(SearchKind Kind, string Id), byte[]>> Rows(IReadOnlyList<Candidate> hits, CancellationToken cancellationToken)
    {
        if (hits.Count == 0)
            return [];
        var rows = await connection.Each([Of("ticket", SearchKind.Ticket), Of("conversation", SearchKind.Conversation)], (row, kind) => ((SearchKind)kind, row.GetString(0), row.Bytes(1)), cancellationToken);
        return rows.SelectMany(of => of).ToDictionary(row => (row.Item1, row.Item2), row => row.Item3);

        NpgsqlBatchCommand Of(string table, SearchKind kind) => Command(
            $"SELECT id, row FROM {table} WHERE tenant = $1 AND id = ANY ($2)", query.Reader.Tenant, hits.Where(hit => hit.Kind == kind).Select(hit => hit.Id).ToArray());
    }
}
