using Grainline.Tickets.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Tickets.Lists;

/// <summary>Projections of tickets and what is read from them.</summary>
internal static class TicketListServices
{
    public static void AddTicketLists(this IServiceCollection services) => services
        .AddHostedService<TicketProjection>().AddHostedService<SearchProjection>()
        .AddSingleton<TicketSearch>().AddSingleton<TicketAudit>().AddSingleton<TicketDirectory>()
        .AddSingleton<IOpenTickets, ListedOpenTickets>();
}
