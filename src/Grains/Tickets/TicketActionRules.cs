using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Grainline.Refusals;

namespace Grainline.Tickets;

/// <summary>What is wrong with a command by itself, whatever the ticket. Pure: a null means nothing.</summary>
internal static class TicketActionRules
{
    public static Refusal? Refuse(ApplyToTicket command) =>
        command.RequestId is not { Length: > 0 and <= Limits.ClientMessageIdLength } || !command.RequestId.All(c => c is > ' ' and <= '~')
            ? new(ErrorCode.InvalidClientMessageId, $"A request id has 1 to {Limits.ClientMessageIdLength} printable ASCII characters.")
        : command.Actions.IsDefaultOrEmpty || command.Actions.Length > TicketLimits.ActionsAtOnce ? Invalid($"There are 1 to {TicketLimits.ActionsAtOnce} actions.")
        : command.Macro?.Length > Limits.NameLength ? Invalid($"A macro's name has at most {Limits.NameLength} characters.")
        : command.Actions.Select(Refuse).FirstOrDefault(refusal => refusal is not null);

    public static Refusal? Refuse(CreateTicket command) =>
        (TenantScoped.IsId(command.Team) ? null : Invalid("A team is an id."))
        ?? Subject(command.Subject)
        ?? (Enum.IsDefined(command.Priority) ? null : Invalid("There is no such priority."))
        ?? (command.Form is null || TenantScoped.IsId(command.Form) ? null : Invalid("A form is an id."))
        ?? (command.Conversation is null || TenantScoped.IsId(command.Conversation) ? null : Invalid("A conversation is an id."))
        ?? Agent(command.Assignee)
        ?? Requester(command.Requester)
        ?? Fields(command.Fields)
        ?? (command.Comment is { } comment ? Comment(comment) : null)
        ?? Tags(command.Tags);

    public static Refusal? Refuse(TicketAction action) => action switch
    {
        SetSubject a => Subject(a.Subject),
        SetPriority a => Enum.IsDefined(a.Priority) ? null : Invalid("There is no such priority."),
        SetFields a => Fields(a.Fields),
        AddTags a => Tags(a.Tags),
        RemoveTags a => Tags(a.Tags),
        AssignTicket a => Agent(a.Agent),
        TriggerState a => TenantScoped.IsId(a.Trigger) ? null : Invalid("A trigger is an id."),
        ForceState a => !TenantScoped.IsId(a.State) ? Invalid("A state is an id.")
            : string.IsNullOrWhiteSpace(a.Reason) ? new(ErrorCode.TextEmpty, "A forced state needs a reason.")
            : a.Reason.Length > Limits.CommentLength ? new(ErrorCode.TextTooLong, $"A reason has at most {Limits.CommentLength} characters.")
            : null,
        AddComment a => Comment(a),
        Watch a => Agent(a.Agent),
        Unwatch a => Agent(a.Agent),
        UpgradeForm a => a.ToVersion < 1 ? Invalid("Versions count from 1.") : a.Fields is { } fields ? Fields(fields) : null,
        _ => Invalid("There is no such action."),
    };

    public static Refusal? TooLarge(JsonText fields) =>
        Encoding.UTF8.GetByteCount(fields.Text) > TicketLimits.FieldsBytes ? Invalid($"A ticket's fields have at most {TicketLimits.FieldsBytes} bytes.") : null;

    private static Refusal? Subject(string? subject) =>
        string.IsNullOrWhiteSpace(subject) ? new(ErrorCode.TextEmpty, "A ticket has a subject.")
        : subject.Length > TicketLimits.SubjectLength ? new(ErrorCode.TextTooLong, $"A subject has at most {TicketLimits.SubjectLength} characters.")
        : null;

    private static Refusal? Comment(AddComment comment) =>
        string.IsNullOrWhiteSpace(comment.Text) ? new(ErrorCode.TextEmpty, "There is nothing to say.")
        : comment.Text.Length > Limits.TextLength ? new(ErrorCode.TextTooLong, $"A comment has at most {Limits.TextLength} characters.")
        : comment.Attachments is { IsDefault: false, Length: > TicketLimits.AttachmentsPerComment } ? Invalid($"A comment has at most {TicketLimits.AttachmentsPerComment} attachments.")
        : null;

    private static Refusal? Requester(TicketRequester? requester) =>
        requester is null ? null
        : requester.VisitorId is { } visitor && !TenantScoped.IsId(visitor) ? Invalid("A visitor is an id.")
        : string.IsNullOrWhiteSpace(requester.Name) || requester.Name.Length > Limits.NameLength ? Invalid($"A requester's name has 1 to {Limits.NameLength} characters.")
        : requester.Email?.Length > 254 ? Invalid("An address has at most 254 characters.")
        : null;

    private static Refusal? Fields(JsonText fields)
    {
        if (string.IsNullOrEmpty(fields.Text))
            return Invalid("Fields are a JSON object.");
        if (TooLarge(fields) is { } large)
            return large;
        try
        {
            return FieldPatch.Read(fields) is null ? Invalid("Fields are a JSON object.") : null;
        }
        catch (JsonException)
        {
            return Invalid("Fields are no JSON.");
        }
    }

    private static Refusal? Tags(ImmutableArray<string> tags) =>
        tags.IsDefault || tags.Length > TicketLimits.Tags ? Invalid($"There are at most {TicketLimits.Tags} tags.") : TicketTags.Normalise(tags).Refusal;

    private static Refusal? Agent(string? id) => id is null || TenantScoped.IsId(id) ? null : Invalid("An agent is an id.");

    private static Refusal Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
