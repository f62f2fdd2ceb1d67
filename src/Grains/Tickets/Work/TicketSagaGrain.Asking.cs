using Grainline.Refusals;

namespace Grainline.Tickets.Work;

/// <summary>Who may ask for what, before anything is written down.</summary>
internal sealed partial class TicketSagaGrain
{
    /// <summary>Each that is merged is held, read and written: more at once would stand still for long.</summary>
    private const int MostMerged = 50;

    private static readonly Refusal StaffOnly = new(ErrorCode.Forbidden, "Only who works on the ticket may do this.");
    private static readonly Refusal Ended = new(ErrorCode.TicketEnded, "The ticket is closed.");

    private async Task<Refusal?> MayMerge(MergeTickets command)
    {
        if (command.TicketIds.Length is 0 or > MostMerged || command.TicketIds.Distinct().Count() != command.TicketIds.Length || command.TicketIds.Contains(command.Into))
            return new(ErrorCode.InvalidArgument, $"Name 1 to {MostMerged} tickets, each once, and another one to merge them into.");
        foreach (var id in command.TicketIds.Append(command.Into))
        {
            if ((await Served(command.By, id)).Refusal is { } refusal)
                return refusal;
        }

        return null;
    }

    private async Task<Refusal?> MaySplit(SplitTicket command) =>
        string.IsNullOrWhiteSpace(command.Subject) || command.Subject.Length > TicketLimits.SubjectLength
            ? new(ErrorCode.InvalidArgument, $"A subject has 1 to {TicketLimits.SubjectLength} characters.")
        : command.Comments.Length is 0 or > Limits.PageSize || command.Comments.Any(seq => seq < 1)
            ? new(ErrorCode.InvalidArgument, $"Name 1 to {Limits.PageSize} comments.")
        : (await Served(command.By, command.TicketId)).Refusal;

    /// <summary>The ticket, for somebody who works on it: who only watches it, or asked for it, may not move it.</summary>
    private async Task<Outcome<TicketView>> Served(Actor by, string ticketId)
    {
        var ticket = await Ticket(ticketId).View(by);
        if (ticket.Refusal is { } unseen)
            return unseen;
        var view = ticket.Value!;
        return !await Serves(by, view) ? StaffOnly : view is { MergedInto: not null } or { Category: StateCategory.Closed } ? Ended : view;
    }

    private async Task<bool> Serves(Actor by, TicketView ticket) =>
        by.IsStaff && (by.Oversees || ticket.Assignee?.Id == by.Id || (await desk.Team(_key.Tenant, ticket.Team) is { } team && team.Members.Contains(by.Id)));

    private async Task<Refusal?> MaySee(Actor reader)
    {
        if (!Durable.Exists || !reader.IsStaff)
            return NotFound;
        if (reader.Oversees || Durable.Begun!.By.Id == reader.Id)
            return null;
        foreach (var id in Durable.View(_key.Id).TicketIds)
        {
            if ((await Ticket(id).View(reader)).Succeeded)
                return null;
        }

        return NotFound;
    }

    /// <summary>Who did it, who oversees, or who works on the ticket now.</summary>
    private async Task<Refusal?> MayTakeBack(Actor by)
    {
        if (by.Oversees || State.Begun!.By.Id == by.Id)
            return null;
        var ticket = await Ticket(State.View(_key.Id).TicketIds[^1]).View(by);
        return ticket.Value is { } view && await Serves(by, view) ? null : StaffOnly;
    }

    /// <summary>What came later and stands against it.</summary>
    private async Task<Refusal?> MayUndo()
    {
        if (State.DoneAt + TicketLimits.UndoFor <= Time.GetUtcNow())
            return new(ErrorCode.TooLateToUndo, $"It can be taken back for {TicketLimits.UndoFor.TotalHours:F0} hours.");
        return await (State.Begun switch
        {
            { Transfer: { } transfer } => WentOn(transfer),
            { Merge: { } merge } => WentOn(merge),
            { Split: { } split } => WentOn(split, State.Begun.NewTicket!),
            _ => throw new InvalidOperationException($"Saga {Key} has no command."),
        }) ? new(ErrorCode.TooLateToUndo, "The tickets have gone other ways since.") : null;
    }

    private async Task<bool> WentOn(TransferTicket transfer) =>
        (await Seen(transfer.TicketId)).Value is not { MergedInto: null } ticket || ticket.Team != transfer.ToTeam || await desk.Team(_key.Tenant, State.Moved!.From.Team) is null;

    private async Task<bool> WentOn(MergeTickets merge)
    {
        if ((await Seen(merge.Into)).Value is not { MergedInto: null })
            return true;
        foreach (var id in merge.TicketIds)
        {
            if ((await Seen(id)).Value?.MergedInto != merge.Into)
                return true;
        }

        return false;
    }

    /// <summary>What was said in the new ticket would be lost with it.</summary>
    private async Task<bool> WentOn(SplitTicket split, string made) =>
        (await Seen(split.TicketId)).Value is not { MergedInto: null } || (await Seen(made)).Value is not { MergedInto: null }
        || await OwnWords(made);

    private async Task<bool> OwnWords(string ticketId)
    {
        for (var after = 0L; (await Ticket(ticketId).Timeline(new(Actor.System, after, Limits.PageSize))).Value is { Entries: { IsEmpty: false } entries };)
        {
            // What was carried says where it comes from.
            if (entries.Any(e => e.Kind is "comment" or "note" && e.About is null))
                return true;
            after = entries[^1].Seq;
        }

        return false;
    }
}
