using System.Collections.Immutable;
using Grainline.Journal.ReadModels;
using Grainline.Refusals;

namespace Grainline.Tickets.Lists;

/// <summary>Lists, search and audit for whoever asks, from the rows that the projections keep.</summary>
internal sealed class TicketDirectory(ITicketRows rows, TicketSearch search, TicketAudit audit)
{
    private const string Projection = "ticket-list";
    private const int MostCounted = 1_000;

    public async Task<TicketListPage> ListAsync(TicketListQuery query, CancellationToken cancellation)
    {
        // Before the page: what changes in between is in both, never in neither.
        var position = await rows.ReadAsync(Projection, cancellation);
        var (order, place) = (query.Order.Rows(), ListCursor.Read(query.Cursor));
        var found = await rows.ListAsync(
            new(query.Reader.Rows(), query.Filter.Rows(), order, query.Descending, place is var (value, number) ? new(value, number) : null, query.Limit + 1), cancellation);
        var last = found.Count > query.Limit ? TicketRowPlace.Of(found[query.Limit - 1], order) : default(TicketRowPlace?);
        return new([.. found.Take(query.Limit).Select(row => TicketRows.Row(row.Json))], last is { } next ? ListCursor.Write(next.Value, next.Number) : null, position);
    }

    public async Task<TicketChanges> ChangesAsync(TicketChangesQuery query, CancellationToken cancellation)
    {
        var position = await rows.ReadAsync(Projection, cancellation);
        var found = await rows.ChangesAsync(query.Reader.Rows(), query.Filter.Rows(), query.Since, query.Limit + 1, cancellation);
        var more = found.Count > query.Limit;
        ImmutableArray<ChangedTicket> changed = [.. found.Take(query.Limit)];
        // Rows may be ahead of the checkpoint that is stored after them.
        var last = changed.IsEmpty ? query.Since : changed[^1].Changed;
        return new(
            [.. changed.Where(c => c.Json is not null).Select(c => TicketRows.Row(c.Json!.Value))], [.. changed.Where(c => c.Json is null).Select(c => c.Id)],
            more ? last : Math.Max(position, last), more);
    }

    public async Task<ImmutableArray<int>> CountAsync(TicketReader reader, ImmutableArray<TicketFilter> filters, CancellationToken cancellation) =>
        [.. await rows.CountAsync(reader.Rows(), [.. filters.Select(filter => filter.Rows())], MostCounted, cancellation)];

    public async Task<Outcome<SearchPage>> SearchAsync(SearchQuery query, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(query.Text))
            return await search.Find(query, cancellation);
        if (query.Filter is not { } filter)
            return new Refusal(ErrorCode.InvalidArgument, "Say what to look for: words or a filter.");
        var page = await ListAsync(new(query.Reader, filter, TicketOrder.Updated, true, query.Cursor, query.Limit), cancellation);
        return new SearchPage([.. page.Items.Select(row => new SearchHit(row, null, row.LastText ?? "", null))], page.Next);
    }

    public Task<AuditPage> AuditAsync(AuditQuery query, CancellationToken cancellation) => audit.Read(query, cancellation);
}
