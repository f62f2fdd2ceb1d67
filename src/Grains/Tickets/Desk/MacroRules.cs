using System.Collections.Immutable;
using System.Text.Json;
using Grainline.Refusals;
using Grainline.Tickets.Desk.Forms;
using static Grainline.Tickets.Desk.DeskText;

namespace Grainline.Tickets.Desk;

/// <summary>What a macro must be. Whether its actions are allowed is asked each time that it is applied; here only what can never work is refused. Pure.</summary>
internal static class MacroRules
{
    private const string Me = "me";

    public static Refusal? MaySave(DeskState s, Macro macro) =>
        Id(macro.Id, "The macro's id") ?? Name(macro.Name, "The macro's name")
        ?? (!s.Has(DeskKind.Macro, macro.Id) && s.Macros.Length >= TicketLimits.OfEachKind ? Fault($"There are {TicketLimits.OfEachKind} macros already.") : null)
        ?? DeskRules.Teams(s, macro.Teams)
        ?? (macro.Actions.IsDefaultOrEmpty || macro.Actions.Length > TicketLimits.ActionsAtOnce ? Fault($"A macro has 1 to {TicketLimits.ActionsAtOnce} actions.") : null)
        ?? macro.Actions.Select((action, index) => Action(action, $"Action {index + 1}")).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Action(TicketAction? action, string what) => action switch
    {
        SetSubject a => Length(a.Subject, TicketLimits.SubjectLength, $"{what}: the subject"),
        SetPriority a => Enum.IsDefined(a.Priority) ? null : Fault($"{what}: there is no such priority."),
        SetFields a => Fields(a.Fields, what),
        AddTags a => Tags(a.Tags, what),
        RemoveTags a => Tags(a.Tags, what),
        AssignTicket a => Agent(a.Agent, what),
        TriggerState a => Id(a.Trigger, $"{what}: the trigger"),
        ForceState a => Id(a.State, $"{what}: the state") ?? Length(a.Reason, Limits.CommentLength, $"{what}: the reason"),
        AddComment { Attachments.IsDefaultOrEmpty: false } => Fault($"{what}: a macro has no attachments."),
        AddComment a => Length(a.Text, Limits.TextLength, $"{what}: the comment"),
        Watch a => Agent(a.Agent, what),
        Unwatch a => Agent(a.Agent, what),
        UpgradeForm a => a.ToVersion < 1 ? Fault($"{what}: versions begin with 1.") : a.Fields is { } fields ? Fields(fields, what) : null,
        _ => Fault($"{what} does not exist."),
    };

    private static Refusal? Agent(string? agent, string what) => agent is null or Me || TenantScoped.IsId(agent) ? null : Fault($"{what}: '{agent}' is no agent.");

    private static Refusal? Length(string? text, int longest, string what) =>
        string.IsNullOrWhiteSpace(text) || text.Length > longest ? Fault($"{what} has 1 to {longest} characters.") : null;

    private static Refusal? Tags(ImmutableArray<string> tags, string what) =>
        tags.IsDefaultOrEmpty || tags.Length > TicketLimits.Tags ? Fault($"{what} has 1 to {TicketLimits.Tags} tags.")
        : tags.FirstOrDefault(tag => !IsTag(tag)) is { } wrong ? Fault($"{what}: '{wrong}' is no tag: 1 to {TicketLimits.TagLength} letters, digits, '-' or '_'.")
        : null;

    private static bool IsTag(string? tag) => tag is { Length: > 0 and <= TicketLimits.TagLength } && tag.EnumerateRunes().All(r => System.Text.Rune.IsLetterOrDigit(r) || r.Value is '-' or '_');

    private static Refusal? Fields(JsonText fields, string what)
    {
        var (value, fault) = StrictJson.Read(fields, StrictJson.FieldsDepth);
        return fault is not null ? Fault($"{what}: the value of the fields {fault}.") : value.ValueKind != JsonValueKind.Object ? Fault($"{what}: the fields are no object.") : null;
    }
}
