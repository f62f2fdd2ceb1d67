using System.Collections.Immutable;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tickets;

namespace Grainline.Gateway.Apis;

public sealed record NewTicketId(string TicketId);

/// <summary>What a visitor is told of the ticket that it has made.</summary>
public sealed record TicketCreatedView(string TicketId, long Number);

/// <param name="TicketId">From <c>POST /tickets/ids</c>; makes a repeated call safe.</param>
/// <param name="Team">Staff says it; visitors' comes from the form.</param>
/// <param name="Form">Template id; null for the team's default.</param>
public sealed record CreateTicketRequest(
    string Subject, string? TicketId = null, string? Team = null, Priority Priority = Priority.Normal, string? Form = null, JsonText? Fields = null, TicketRequester? Requester = null,
    string? Conversation = null, AddComment? Comment = null, ImmutableArray<string>? Tags = null, string? Assignee = null)
{
    internal Refusal? Refuse() =>
        (TicketId is null ? null : Check.Ticket(TicketId)) ?? (Team is null ? null : Check.Id(Team, "team")) ?? (Form is null ? null : Check.Id(Form, "form"))
        ?? Check.Words(Subject, TicketLimits.SubjectLength, "subject") ?? Check.Actions([.. Comment is null ? [] : new[] { Comment }])
        ?? Check.Words(Requester?.Name, Limits.NameLength, "requester");

    internal Outcome<CreateTicket> ToCommand(Actor by) => Team is null
        ? Check.Invalid("'team' is missing.")
        : new CreateTicket(by, Team, Subject, Priority, Form, Fields ?? JsonText.EmptyObject, Requester, Conversation, Plain(Comment), Tags ?? [], Assignee);

    internal static AddComment? Plain(AddComment? comment) => comment is null ? null : comment with { Text = PlainText.Normalise(comment.Text) };
}

public sealed record ApplyToTicketRequest(string RequestId, ImmutableArray<TicketAction> Actions, long? IfVersion = null, string? Macro = null)
{
    internal Refusal? Refuse() => Check.ClientMessageId(RequestId) ?? Check.Words(Macro, Limits.NameLength, "macro") ?? Check.Actions(Actions);

    internal ApplyToTicket ToCommand(Actor by) =>
        new(by, RequestId, [.. Actions.Select(a => a is AddComment comment ? CreateTicketRequest.Plain(comment)! : a)], IfVersion, Macro);
}

public sealed record LinkTicketRequest(TicketLinkKind Kind, string OtherTicketId);
