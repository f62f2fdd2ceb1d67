using System.Collections.Immutable;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Tickets.Lists;

namespace Grainline.Gateway.Apis;

/// <param name="Filter">Absent for every ticket that the caller sees.</param>
/// <param name="Descending">Newest, most urgent or highest first; what is due last, in the order by due dates.</param>
/// <param name="Cursor"><c>next</c> of the page before.</param>
/// <param name="Limit">1 to 200.</param>
internal sealed record TicketListRequest(TicketFilter? Filter = null, TicketOrder Order = TicketOrder.Updated, bool Descending = true, string? Cursor = null, int Limit = 50)
{
    public Refusal? Refuse() => (Filter is null ? null : TicketFilterShape.Refuse(Filter)) ?? Check.Words(Cursor, 256, "cursor") ?? Check.Range(Limit, 1, 200, "limit");
}

/// <param name="Since"><c>position</c> of a page, of changes or of the event <c>TicketsMoved</c>.</param>
/// <param name="Limit">1 to 1,000.</param>
internal sealed record TicketChangesRequest(long Since, TicketFilter? Filter = null, int Limit = 1_000)
{
    public Refusal? Refuse() => (Filter is null ? null : TicketFilterShape.Refuse(Filter)) ?? Check.Range(Since, 0, long.MaxValue, "since") ?? Check.Range(Limit, 1, 1_000, "limit");
}

/// <param name="Filters">1 to 50.</param>
internal sealed record TicketCountsRequest(ImmutableArray<TicketFilter> Filters)
{
    public Refusal? Refuse() => Check.Range(Filters.Length, 1, 50, "filters")
        ?? Filters.Select(f => f is null ? Check.Invalid("A filter is missing in 'filters'.") : TicketFilterShape.Refuse(f)).FirstOrDefault(refusal => refusal is not null);
}

/// <param name="Counts">In the order of the filters; 1,000 means "or more".</param>
internal sealed record TicketCounts(ImmutableArray<int> Counts);

/// <param name="Text">Words, all of which must be there; <c>"quoted words"</c> stand together; a number finds that ticket first. Without it a filter is needed.</param>
/// <param name="Conversations">Searches conversations too. With a filter only tickets are searched.</param>
/// <param name="Limit">1 to 50.</param>
internal sealed record SearchRequest(string? Text = null, TicketFilter? Filter = null, bool Conversations = false, string? Cursor = null, int Limit = 20)
{
    private const int LongestText = 200;

    public Refusal? Refuse() => (Filter is null ? null : TicketFilterShape.Refuse(Filter)) ?? Check.Words(Text, LongestText, "text") ?? Check.Words(Cursor, 256, "cursor")
        ?? Check.Range(Limit, 1, 50, "limit") ?? (string.IsNullOrWhiteSpace(Text) && Filter is null ? Check.Invalid("Say what to look for: 'text' or 'filter'.") : null);
}

/// <param name="Person">Agent or visitor id.</param>
/// <param name="From">Included; 30 days before <paramref name="To"/> when absent.</param>
/// <param name="To">Excluded; now when absent.</param>
/// <param name="Limit">1 to 100.</param>
internal sealed record AuditRequest(string Person, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Cursor = null, int? Limit = null)
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    public Refusal? Refuse() => Check.Id(Person, "person") ?? Check.Words(Cursor, 256, "cursor") ?? Check.Range(Limit ?? 50, 1, 100, "limit")
        ?? (From >= To ? Check.Invalid("'from' is before 'to'.") : null);

    public AuditQuery ToQuery(string tenant, DateTimeOffset now)
    {
        var to = To ?? now;
        return new(tenant, Person, From ?? (to.Year > 1 ? to - Usual : to), to, Cursor, Limit ?? 50);
    }
}
