using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Tickets.Lists;

namespace Grainline.Gateway.Hubs;

/// <summary>Hearing that lists of tickets have changed.</summary>
internal sealed partial class AgentHub
{
    public Task<Outcome<TicketsMoved>> WatchTickets(TicketListsRequest request) => ticketFeed.Watch(Socket);

    public Task<Outcome<Done>> UnwatchTickets(TicketListsRequest request) => ticketFeed.Unwatch(Socket);
}
