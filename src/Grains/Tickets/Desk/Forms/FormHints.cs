using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Grainline.Refusals;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>
/// How a form is shown. Its shape is in <c>docs/forms.md</c>; it is as strict as the schema, so that a hint that nobody would follow is found when it is published.
/// </summary>
internal sealed class FormHints
{
    private const int LongestHelp = 500;
    private const int MostSections = 40;

    private static readonly FrozenSet<string> Widgets = new[]
    {
        "text", "textarea", "number", "money", "select", "radio", "checkbox", "checkboxes", "date", "time", "datetime", "email", "url", "list",
    }.ToFrozenSet();

    private readonly FrozenSet<string> _seen;

    private FormHints(FrozenSet<string> seen) => _seen = seen;

    public bool RequesterSees(string field) => _seen.Contains(field);

    /// <param name="fields">What the schema knows on its first level.</param>
    public static Outcome<FormHints> Of(JsonText hints, ImmutableArray<string> fields)
    {
        var (value, unreadable) = StrictJson.Read(hints, StrictJson.FormDepth);
        if (unreadable is not null)
            return new Refusal(ErrorCode.DefinitionInvalid, $"The hints' value {unreadable}.");
        var reader = new HintReader();
        var root = reader.Object(value, "The hints", "order", "sections", "fields");
        reader.Unique(reader.Words(root, "order", "The order of the hints"), "The order of the hints", fields, "field");
        var sections = reader.List(root, "sections", MostSections).Select(section => Section(reader, section)).ToImmutableArray();
        reader.Unique(sections, "The list of sections", null, "");
        var seen = reader.Members(root, "fields").Where(field => Field(reader, field, fields, sections)).Select(field => field.Name).ToFrozenSet();
        return reader.Fault is { } fault ? new Refusal(ErrorCode.DefinitionInvalid, fault) : new FormHints(seen);
    }

    private static string Section(HintReader reader, JsonElement section)
    {
        var members = reader.Object(section, "A section of the hints", "id", "labels");
        var id = reader.Word(members, "id", "A section of the hints") ?? "";
        reader.Demand(TenantScoped.IsId(id), $"The section '{id}' of the hints has no id.");
        reader.Texts(members, "labels", $"The section '{id}' of the hints", Limits.NameLength, needed: true);
        return id;
    }

    /// <summary>Whether the requester sees it.</summary>
    private static bool Field(HintReader reader, JsonProperty field, ImmutableArray<string> fields, ImmutableArray<string> sections)
    {
        var what = $"The hint of '{field.Name}'";
        reader.Demand(fields.Contains(field.Name), $"{what} is for a field that the schema does not have.");
        var hint = reader.Object(field.Value, what, "labels", "help", "placeholder", "widget", "section", "requesterSees", "options");
        reader.Texts(hint, "labels", what, Limits.NameLength, needed: true);
        reader.Texts(hint, "help", what, LongestHelp, needed: false);
        reader.Texts(hint, "placeholder", what, Limits.NameLength, needed: false);
        var widget = reader.Word(hint, "widget", what);
        reader.Demand(widget is null || Widgets.Contains(widget), $"{what} names the widget '{widget}', which is none of {string.Join(", ", Widgets.Order(StringComparer.Ordinal))}.");
        var section = reader.Word(hint, "section", what);
        reader.Demand(section is null || sections.Contains(section), $"{what} names the section '{section}', which does not exist.");
        foreach (var option in reader.Members(hint, "options"))
            reader.Labels(option.Value, $"The option '{option.Name}' of '{field.Name}'", Limits.NameLength);
        return reader.Flag(hint, "requesterSees", what);
    }
}
