using System.Collections.Immutable;
using Grainline.Refusals;
using Orleans;
using Orleans.Concurrency;

namespace Grainline.Tickets.Lists;

/// <summary>The lists, answered by the silo that was asked. It only reads, so calls need not wait for each other.</summary>
[StatelessWorker, Reentrant]
internal sealed class TicketDirectoryGrain(TicketDirectory directory) : Grain, ITicketDirectoryGrain
{
    public Task<TicketListPage> List(TicketListQuery query, CancellationToken cancellation) => directory.ListAsync(query, cancellation);

    public Task<TicketChanges> Changes(TicketChangesQuery query, CancellationToken cancellation) => directory.ChangesAsync(query, cancellation);

    public Task<ImmutableArray<int>> Count(TicketReader reader, ImmutableArray<TicketFilter> filters, CancellationToken cancellation) => directory.CountAsync(reader, filters, cancellation);

    public Task<Outcome<SearchPage>> Search(SearchQuery query, CancellationToken cancellation) => directory.SearchAsync(query, cancellation);

    public Task<AuditPage> Audit(AuditQuery query, CancellationToken cancellation) => directory.AuditAsync(query, cancellation);
}
