using System.Collections.Immutable;
using Grainline.Tickets;

namespace Grainline.Gateway.Wire;

/// <summary>A new entry of a ticket's timeline.</summary>
public sealed record TicketEntryEvent(string TicketId, TicketEntryView Entry);

/// <param name="Present">Everybody who looks now; replaces what was told before.</param>
public sealed record TicketPresenceEvent(string TicketId, ImmutableArray<TicketPresenceView> Present);

/// <summary>Events of this ticket were lost: read it and its timeline again.</summary>
public sealed record TicketResyncEvent(string TicketId);
