using System.Collections.Immutable;
using System.Text;
using Grainline.Journal.ReadModels;
using Grainline.Tickets.Desk;

namespace Grainline.Tickets.Lists;

/// <summary>Unfinished tickets for the desk, from the rows that the projection keeps.</summary>
internal sealed class ListedOpenTickets(ITicketRows rows) : IOpenTickets
{
    private static readonly int[] Unfinished = [.. Enumerable.Range(0, StoredTicket.FirstFinished)];

    public async Task<ImmutableArray<OpenTicket>> PageAsync(string tenant, string form, string? after, int limit) =>
        [.. (await rows.OpenOfFormAsync(tenant, form, after, limit)).Select(t => new OpenTicket(t.Id, t.Number, t.FormVersion, new(Encoding.UTF8.GetString(t.Fields.Span))))];

    public async Task<bool> AnyOfAsync(string tenant, string team) =>
        (await rows.CountAsync(new(tenant, "", null), [new() { Teams = [team], Categories = Unfinished }], 1))[0] > 0;
}
