using System.Collections.Immutable;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Microsoft.Extensions.DependencyInjection;
using static Grainline.Tests.Tickets.Desk.Lifecycles;

namespace Grainline.Tests.Tickets.Desk;

/// <summary>The tenant's desk and what is put on it.</summary>
internal static class Desks
{
    public static readonly Actor Admin = new(ActorKind.Agent, "boss", "Boss", StaffRoles.Admin);

    public static IDeskGrain Desk(this GrainHost host) => host.Grains.Desk(GrainHost.Tenant);

    public static DeskCatalog Catalog(this GrainHost host) => host.Services.GetRequiredService<DeskCatalog>();

    public static LifecycleSpec Short(string name) => Of("open", [State("open"), State("done", StateCategory.Closed)], Move("end", ["open"], "done")) with { Name = name };

    public static FormSpec Form(string schema, string hints = "{}", params FieldStep[] upgrade) => new("Form", new(schema), new(hints), false, [.. upgrade]);
}

/// <summary>Open tickets as the lists would tell of them.</summary>
internal sealed class ListedTickets : IOpenTickets
{
    public List<(string Team, string Form, OpenTicket Ticket)> All { get; } = [];

    public Task<ImmutableArray<OpenTicket>> PageAsync(string tenant, string form, string? after, int limit) => Task.FromResult<ImmutableArray<OpenTicket>>(
        [.. All.Where(t => t.Form == form).Select(t => t.Ticket).OrderBy(t => t.TicketId, StringComparer.Ordinal).Where(t => string.CompareOrdinal(t.TicketId, after) > 0).Take(limit)]);

    public Task<bool> AnyOfAsync(string tenant, string team) => Task.FromResult(All.Any(t => t.Team == team));
}
