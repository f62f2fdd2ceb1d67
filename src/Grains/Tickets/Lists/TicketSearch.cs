using Grainline.Conversations;
using Grainline.Journal.ReadModels.Search;
using Grainline.Refusals;
using Microsoft.Extensions.Options;

namespace Grainline.Tickets.Lists;

/// <summary>From a question to hits, within the budget.</summary>
internal sealed class TicketSearch(ISearchRows rows, TimeProvider time, IOptions<SearchOptions> options)
{
    private static readonly Refusal TooBroad = new(ErrorCode.SearchTooBroad, "The search was too broad and was cut. Add a word, or narrow it by team, tag, assignee or date.");

    public async Task<Outcome<SearchPage>> Find(SearchQuery query, CancellationToken cancellation)
    {
        var page = await rows.SearchAsync(
            new(
                query.Reader.Rows(), query.Queues is { } queues ? [.. queues] : null, query.Text!, query.Filter?.Rows(), query.Conversations,
                ListCursor.Read(query.Cursor) is var (top, skip) ? new(top, (int)Math.Clamp(skip, 0, int.MaxValue / 2)) : null, query.Limit, time.GetUtcNow(),
                options.Value.Candidates, TimeSpan.FromMilliseconds(options.Value.BudgetMilliseconds)),
            cancellation);
        return page.Cut ? TooBroad : new SearchPage([.. page.Hits.Select(Hit)], page.Next is { } next ? ListCursor.Write(next.Top, next.Skip) : null);
    }

    private static SearchHit Hit(SearchRowHit hit) => hit.Kind == SearchKind.Ticket
        ? new(TicketRows.Row(hit.Json), null, hit.Excerpt, hit.Seq)
        : new(null, ConversationRows.Row(hit.Json), hit.Excerpt, hit.Seq);
}
