using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Tickets;
using Grainline.Tickets.Work;

namespace Grainline.Gateway.Hubs;

/// <summary>Following single tickets, and bulk runs until they are over.</summary>
internal sealed partial class AgentHub
{
    public Task<Outcome<TicketView>> WatchTicket(TicketRequest request) => tickets.Watch(Socket, Ticket(request.TicketId));

    public Task<Outcome<Done>> UnwatchTicket(TicketRequest request) => tickets.Unwatch(Socket, Ticket(request.TicketId));

    public Task LookAt(LookAtRequest request) => Grains.Ticket(Ticket(request.TicketId)).Look(new(Me, request.Stance));

    public Task<Outcome<BulkRunView>> WatchRun(RunRequest request) => runs.Watch(Socket, Ticket(request.BulkId));

    private TicketKey Ticket(string id) => new(Socket.Session.Tenant, id);
}
