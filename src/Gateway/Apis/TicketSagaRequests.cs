using System.Collections.Immutable;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Tickets;
using Grainline.Tickets.Work;

namespace Grainline.Gateway.Apis;

/// <param name="SagaId">Made by the caller: a repeated call is the same transfer.</param>
/// <param name="Form">Template id in the new team; null for the same template if the team has it, else its default.</param>
/// <param name="Fields">For what the new form asks and the old fields do not say.</param>
public sealed record TransferTicketRequest(string SagaId, string ToTeam, string? ToAgent = null, string? Form = null, JsonText? Fields = null, string? Note = null)
{
    internal Refusal? Refuse() =>
        Check.Id(SagaId, "sagaId") ?? Check.Id(ToTeam, "toTeam") ?? (ToAgent is null ? null : Check.Id(ToAgent, "toAgent")) ?? (Form is null ? null : Check.Id(Form, "form"))
        ?? Check.Words(Note, Limits.CommentLength, "note") ?? (Fields is { Text: not ['{', ..] } ? Check.Invalid("'fields' is no object.") : null);

    internal TransferTicket ToCommand(Actor by, string ticketId) => new(by, ticketId, ToTeam, ToAgent, Form, Fields, Note is null ? null : PlainText.Normalise(Note));
}

public sealed record MergeTicketsRequest(string SagaId, ImmutableArray<string> TicketIds, string Into)
{
    internal Refusal? Refuse() =>
        Check.Id(SagaId, "sagaId") ?? (TicketIds.IsDefaultOrEmpty ? Check.Invalid("'ticketIds' is empty.") : null) ?? TicketIds.Select(Check.Ticket).FirstOrDefault(r => r is not null) ?? Check.Ticket(Into);

    internal MergeTickets ToCommand(Actor by) => new(by, TicketIds, Into);
}

/// <param name="Comments">Seqs of the comments that go on in the new ticket.</param>
public sealed record SplitTicketRequest(string SagaId, ImmutableArray<long> Comments, string Subject)
{
    internal Refusal? Refuse() =>
        Check.Id(SagaId, "sagaId") ?? (Comments.IsDefaultOrEmpty ? Check.Invalid("'comments' is empty.") : null)
        ?? (string.IsNullOrWhiteSpace(Subject) ? Check.Invalid("'subject' is empty.") : Check.Words(Subject, TicketLimits.SubjectLength, "subject"));

    internal SplitTicket ToCommand(Actor by, string ticketId) => new(by, ticketId, Comments, Subject.Trim());
}

/// <param name="BulkId">Made by the caller: a repeated call is the same run.</param>
public sealed record StartBulkRunRequest(string BulkId, ImmutableArray<string> TicketIds, ImmutableArray<TicketAction> Actions, string? Macro = null)
{
    internal Refusal? Refuse() =>
        Check.Id(BulkId, "bulkId") ?? (TicketIds.IsDefaultOrEmpty || Actions.IsDefaultOrEmpty ? Check.Invalid("Name tickets and actions.") : null)
        ?? Check.Words(Macro, Limits.NameLength, "macro") ?? Check.Actions(Actions);

    internal StartBulkRun ToCommand(Actor by) =>
        new(by, TicketIds, [.. Actions.Select(a => a is AddComment comment ? CreateTicketRequest.Plain(comment)! : a)], Macro);
}
