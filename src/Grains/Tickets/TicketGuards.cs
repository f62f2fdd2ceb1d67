using Grainline.Tickets.Desk;

namespace Grainline.Tickets;

/// <summary>How a ticket stands to the guards of its lifecycle. What no transition from its state asks is not worked out.</summary>
internal static class TicketGuards
{
    public static TransitionContext Context(TicketState s, TicketBook book, StaffRoles roles, bool childrenSolved) =>
        new(roles, !Asks(s, book, StateGuard.FormComplete) || book.Form.Validate(s.Fields, complete: true) is null, s.Assignee is not null, childrenSolved, s.Answered);

    public static bool Asks(TicketState s, TicketBook book, StateGuard guard) =>
        LifecycleRules.Leaving(book.Lifecycle, s.State).Any(t => LifecycleRules.Guards(t).Contains(guard));
}
