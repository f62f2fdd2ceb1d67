using Grainline.Tickets.Desk;
using Grainline.Tickets.Desk.Forms;
using Grainline.Tickets.Sla;

namespace Grainline.Tickets;

/// <summary>What a ticket lives by: its versions of lifecycle and form, its team, and what that team promises.</summary>
/// <param name="Team">Null when it is gone: then only who oversees may change the ticket.</param>
/// <param name="Terms">Null when nothing is promised.</param>
internal sealed record TicketBook(LifecycleSpec Lifecycle, CompiledForm Form, Team? Team, SlaTerms? Terms);
