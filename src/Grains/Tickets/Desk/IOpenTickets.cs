using System.Collections.Immutable;

namespace Grainline.Tickets.Desk;

/// <summary>What the desk asks before it changes what tickets live by. Answered from the lists, so it may be a second behind.</summary>
internal interface IOpenTickets
{
    /// <summary>Tickets that are neither solved nor closed and were written with a form, by ticket id; fewer than <paramref name="limit"/> at the end.</summary>
    /// <param name="form">Template id, any version.</param>
    /// <param name="after">The last ticket id of the page before; null for the first.</param>
    Task<ImmutableArray<OpenTicket>> PageAsync(string tenant, string form, string? after, int limit);

    /// <summary>Whether a team has a ticket that is neither solved nor closed.</summary>
    Task<bool> AnyOfAsync(string tenant, string team);
}

internal sealed record OpenTicket(string TicketId, long Number, int FormVersion, JsonText Fields);
