using Grainline.Refusals;
using Grainline.Tickets.Desk;

namespace Grainline.Tickets;

/// <summary>Who may do what to a ticket. Pure: a null means yes.</summary>
internal static class TicketRules
{
    public static readonly Refusal NotFound = new(ErrorCode.TicketNotFound, "There is no such ticket.");
    public static readonly Refusal Busy = new(ErrorCode.TicketBusy, "The ticket is being moved, merged or split; try again.");
    public static readonly Refusal Merged = new(ErrorCode.TicketEnded, "The ticket was merged into another one.");
    private static readonly Refusal Forbidden = new(ErrorCode.Forbidden, "You may read this ticket, not change it like this.");
    private static readonly Refusal AdministratorsOnly = new(ErrorCode.Forbidden, "Only administrators may force a state.");
    private static readonly Refusal StaffOnly = new(ErrorCode.Forbidden, "Only staff may do this.");
    private static readonly Refusal Ended = new(ErrorCode.TicketEnded, "The ticket is closed.");

    /// <summary>To somebody who may not see it a ticket does not exist: ids cannot be probed.</summary>
    /// <param name="team">The ticket's; null when it is gone.</param>
    public static Refusal? MaySee(TicketState s, Actor who, Team? team) => who.Kind switch
    {
        _ when !s.Exists => NotFound,
        ActorKind.System => null,
        ActorKind.Visitor => s.Requester?.VisitorId == who.Id ? null : NotFound,
        ActorKind.Agent => Serves(s, who, team) || s.Watchers.Any(w => w.Id == who.Id) ? null : NotFound,
        _ => NotFound,
    };

    /// <summary>Agents of the team, the assignee and who oversees do everything; who only watches writes notes; the requester writes.</summary>
    public static Refusal? MayApply(TicketState s, ApplyToTicket command, Team? team) =>
        MaySee(s, command.By, team)
        ?? (command.By.Kind == ActorKind.Visitor && command.Actions.Any(a => a is not AddComment { Public: true }) ? StaffOnly
            : command.By.IsStaff && !Serves(s, command.By, team) && !command.Actions.All(a => MayWatcher(a, command.By)) ? Forbidden
            : command.Actions.Any(a => a is ForceState) && !command.By.Roles.HasFlag(StaffRoles.Admin) ? AdministratorsOnly
            : null)
        ?? MayMove(s, command.IfVersion);

    public static Refusal? MayLink(TicketState s, Actor by, Team? team) =>
        MaySee(s, by, team) ?? (by.Kind == ActorKind.Visitor ? StaffOnly : by.IsStaff && !Serves(s, by, team) ? Forbidden : null) ?? MayMove(s, null);

    /// <summary>What a closed ticket still allows: to bring it back, to be watched, and notes.</summary>
    public static Refusal? MayStill(TicketState s, TicketAction action) =>
        s.Category != StateCategory.Closed || action is TriggerState or ForceState or Watch or Unwatch or AddComment { Public: false } ? null : Ended;

    /// <summary>A transfer, merge or split goes on only where the saga itself holds the ticket, or nobody does.</summary>
    public static Refusal? MayTake(TicketState s, string saga) =>
        !s.Exists ? NotFound : s.HeldBy is { } holder && holder != saga ? Busy : null;

    public static Refusal? MayCreate(CreateTicket command) => command switch
    {
        { By.Kind: ActorKind.Visitor } c => c.Requester?.VisitorId != c.By.Id || c.Assignee is not null || !c.Tags.IsEmpty || c.Comment is { Public: false } ? StaffOnly : null,
        { By.Kind: ActorKind.Agent or ActorKind.System } => null,
        _ => StaffOnly,
    };

    /// <summary>Whether somebody is among those who work on the ticket.</summary>
    public static bool Serves(TicketState s, Actor who, Team? team) =>
        who.IsStaff && (who.Oversees || s.Assignee?.Id == who.Id || team?.Members.Contains(who.Id) == true);

    private static Refusal? MayMove(TicketState s, long? ifVersion) =>
        s.HeldBy is not null ? Busy
        : s.MergedInto is not null ? Merged
        : ifVersion is { } version && version != s.Version ? new(ErrorCode.TicketChanged, $"The ticket has version {s.Version} by now.")
        : null;

    private static bool MayWatcher(TicketAction action, Actor by) => action switch
    {
        AddComment comment => !comment.Public,
        Watch watch => watch.Agent is null || watch.Agent == by.Id,
        Unwatch unwatch => unwatch.Agent is null || unwatch.Agent == by.Id,
        _ => false,
    };
}
