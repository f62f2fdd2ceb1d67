using Grainline.Refusals;

namespace Grainline.Tickets.Work;

/// <summary>What a draft is of, and which of two is newer. Pure: a null means yes.</summary>
internal static class DraftRules
{
    public const int Most = 200;

    private static readonly string[] Kinds = ["reply", "note"];
    private static readonly string[] Subjects = ["ticket/", "conversation/"];

    public static bool Same(Draft draft, SaveDraft command) => draft.Subject == command.Subject && draft.Kind == command.Kind;

    /// <param name="before">What is stored of it; null for nothing.</param>
    public static Refusal? MaySave(Draft? before, SaveDraft command) =>
        !IsSubject(command.Subject) ? Invalid("A draft is of ticket/ID, conversation/ID or new.")
        : !Kinds.Contains(command.Kind) ? Invalid("A draft is a reply or a note.")
        : command.Text is null || command.Text.Length > Limits.TextLength ? new(ErrorCode.TextTooLong, $"The text has more than {Limits.TextLength} characters.")
        : command.IfVersion is { } known && before is not null && known < before.Version
            ? new(ErrorCode.TicketChanged, $"The draft has changed elsewhere: it is at version {before.Version}.")
        : null;

    private static bool IsSubject(string? subject) =>
        subject == "new" || (subject is not null && Subjects.Any(kind => subject.StartsWith(kind, StringComparison.Ordinal) && TenantScoped.IsId(subject[kind.Length..])));

    private static Refusal Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
