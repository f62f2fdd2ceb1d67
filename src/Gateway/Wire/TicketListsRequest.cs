using Grainline.Refusals;

namespace Grainline.Gateway.Wire;

/// <summary>Names nothing: it is about all tickets of the caller's tenant.</summary>
public sealed record TicketListsRequest : HubRequest
{
    public override Refusal? Refuse() => null;
}
