using System.Collections.Immutable;
using System.Text.Json;
using Grainline.Refusals;
using Grainline.Tickets;

namespace Grainline.Gateway.Wire;

/// <summary>The checks that requests are made of. Each answers null when all is well, so they chain with <c>??</c>.</summary>
internal static class Check
{
    public static Refusal? Conversation(string id) =>
        TenantScoped.IsId(id) ? null : new(ErrorCode.ConversationNotFound, "There is no such conversation.");

    public static Refusal? Ticket(string id) =>
        TenantScoped.IsId(id) ? null : new(ErrorCode.TicketNotFound, "There is no such ticket.");

    public static Refusal? ClientMessageId(string id) =>
        id.Length is > 0 and <= Limits.ClientMessageIdLength && id.All(c => c is > ' ' and <= '~')
            ? null
            : new(ErrorCode.InvalidClientMessageId, $"A client message id has 1 to {Limits.ClientMessageIdLength} printable ASCII characters.");

    public static Refusal? Text(string text)
    {
        var normal = PlainText.Normalise(text);
        if (string.IsNullOrWhiteSpace(normal))
            return new(ErrorCode.TextEmpty, "The text is empty.");
        if (normal.Length > Limits.TextLength)
            return new(ErrorCode.TextTooLong, $"The text has more than {Limits.TextLength} characters.");
        return PlainText.IsClean(normal) ? null : new(ErrorCode.InvalidArgument, "The text has control characters or broken surrogates.");
    }

    /// <summary>A free text of bounded length that may be absent.</summary>
    public static Refusal? Words(string? text, int length, string name) => text switch
    {
        null => null,
        _ when text.Length > length => Invalid($"'{name}' has more than {length} characters."),
        _ when !PlainText.IsClean(PlainText.Normalise(text)) => Invalid($"'{name}' has control characters or broken surrogates."),
        _ => null,
    };

    public static Refusal? Name(string? text, string name) => string.IsNullOrWhiteSpace(text) ? Invalid($"'{name}' is empty.") : Words(text, Limits.NameLength, name);

    public static Refusal? Id(string? id, string name) =>
        TenantScoped.IsId(id) ? null : Invalid($"'{name}' has 1 to {Limits.IdLength} letters, digits, '-', '_' or '.'.");

    /// <summary>Clients from before uploads describe a file instead of naming one: that is answered as it was then, so that they send their words without it.</summary>
    public static Refusal? Attachments(JsonElement[]? ids) =>
        ids is null ? null
        : ids.Any(id => id.ValueKind != JsonValueKind.String) ? new(ErrorCode.AttachmentsUnsupported, "A file is uploaded first and then sent by its id.")
        : ids.Length <= Limits.Attachments && ids.All(id => TenantScoped.IsId(id.GetString())) ? null
        : Invalid($"'attachments' holds at most {Limits.Attachments} ids.");

    public static Refusal? Range(long value, long low, long high, string name) =>
        value >= low && value <= high ? null : Invalid($"'{name}' is {low} to {high}.");

    public static Refusal? Attributes(IReadOnlyDictionary<string, string>? attributes)
    {
        if (attributes is null)
            return null;
        if (attributes.Count > Limits.Attributes)
            return Invalid($"There are more than {Limits.Attributes} attributes.");
        foreach (var (key, value) in attributes)
        {
            var refusal = value is null
                ? Invalid("An attribute has no value.")
                : Words(key, Limits.AttributeLength, "attributes") ?? Words(value, Limits.AttributeLength, "attributes");
            if (refusal is not null)
                return refusal;
        }
        return null;
    }

    /// <summary>Texts of a list of actions; all else the ticket itself checks.</summary>
    public static Refusal? Actions(ImmutableArray<TicketAction> actions) =>
        actions.IsDefaultOrEmpty ? null : actions.Any(a => a is null) ? Invalid("An action is missing.") : actions.Select(Action).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Action(TicketAction action) => action switch
    {
        AddComment a => a.Text is null ? Invalid("The text is missing.") : Text(a.Text),
        SetSubject a => a.Subject is null ? Invalid("'subject' is missing.") : Words(a.Subject, TicketLimits.SubjectLength, "subject"),
        ForceState a => Words(a.Reason, Limits.CommentLength, "reason"),
        _ => null,
    };

    public static Refusal Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
