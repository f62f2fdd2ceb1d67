using Grainline.Refusals;
using Grainline.Tickets;

namespace Grainline.Gateway.Wire;

/// <summary>A call that names nothing but a ticket.</summary>
public sealed record TicketRequest(string TicketId) : HubRequest
{
    public override Refusal? Refuse() => Check.Ticket(TicketId);
}

public sealed record RunRequest(string BulkId) : HubRequest
{
    public override Refusal? Refuse() => Check.Id(BulkId, "bulkId");
}

/// <param name="Stance">Null for "gone".</param>
public sealed record LookAtRequest(string TicketId, TicketStance? Stance = null) : HubRequest
{
    public override Refusal? Refuse() => Check.Ticket(TicketId);
}
