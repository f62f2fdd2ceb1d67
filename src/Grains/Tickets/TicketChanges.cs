using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grainline.Conversations;

namespace Grainline.Tickets;

/// <summary>What is otherwise in a ticket after an event, field by field, for people to read.</summary>
internal static class TicketChanges
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ImmutableArray<TicketChangeView> Between(TicketState before, TicketState after)
    {
        var changes = ImmutableArray.CreateBuilder<TicketChangeView>();
        Add(changes, "subject", before.Subject, after.Subject);
        Add(changes, "priority", Name(before.Priority), Name(after.Priority));
        Add(changes, "team", before.Team, after.Team);
        Add(changes, "state", before.State, after.State);
        Add(changes, "assignee", before.Assignee?.Name, after.Assignee?.Name, before.Assignee?.Id != after.Assignee?.Id);
        Add(changes, "form", Spelt(before.Form), Spelt(after.Form));
        Add(changes, "tags", before.Tags, after.Tags);
        Add(changes, "watchers", Names(before.Watchers), Names(after.Watchers));
        Add(changes, "links", Links(before), Links(after));
        AddFields(changes, before.Fields, after.Fields);
        return changes.DrainToImmutable();
    }

    /// <summary>Only the category, for those who do not know a tenant's names.</summary>
    public static ImmutableArray<TicketChangeView> OfCategory(TicketState before, TicketState after) =>
        before.Category == after.Category ? [] : [new("state", Text(Name(before.Category)), Text(Name(after.Category)))];

    private static void AddFields(ImmutableArray<TicketChangeView>.Builder changes, JsonText before, JsonText after)
    {
        if (FieldPatch.Between(before, after) is not { } patch)
            return;
        var was = FieldPatch.Read(before)!;
        foreach (var (name, value) in FieldPatch.Read(patch)!)
            changes.Add(new($"fields.{name}", Json(was[name]), Json(value)));
    }

    private static void Add(ImmutableArray<TicketChangeView>.Builder changes, string field, string? from, string? to, bool? differs = null)
    {
        if (differs ?? from != to)
            changes.Add(new(field, Text(from), Text(to)));
    }

    private static void Add(ImmutableArray<TicketChangeView>.Builder changes, string field, IEnumerable<string> from, IEnumerable<string> to)
    {
        if (!from.SequenceEqual(to))
            changes.Add(new(field, new(JsonSerializer.Serialize(from, Plain)), new(JsonSerializer.Serialize(to, Plain))));
    }

    private static IEnumerable<string> Names(ImmutableArray<AgentSummary> agents) => agents.Select(a => a.Name);

    private static IEnumerable<string> Links(TicketState s) => s.Links.Select(l => $"{Name(l.Kind)} {l.TicketId}");

    private static string? Spelt(DefinitionRef form) => form.Version == 0 ? null : $"{form.Id} {form.Version}";

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static JsonText? Text(string? text) => text is null ? null : new(JsonSerializer.Serialize(text, Plain));

    private static JsonText? Json(JsonNode? node) => node is null ? null : FieldPatch.Text(node);
}
