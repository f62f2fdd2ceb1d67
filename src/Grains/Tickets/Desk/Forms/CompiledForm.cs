using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Grainline.Refusals;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>One version of a form, ready to be asked. Immutable: made once and shared by every ticket that was written with it.</summary>
internal sealed class CompiledForm
{
    private readonly SchemaNode _root;
    private readonly FormHints _hints;

    private CompiledForm(FormSpec spec, SchemaNode root, FormHints hints, ImmutableArray<string> fields) => (Spec, _root, _hints, Fields) = (spec, root, hints, fields);

    public FormSpec Spec { get; }

    /// <summary>Names of the first level that the schema knows, in the schema's order.</summary>
    public ImmutableArray<string> Fields { get; }

    /// <summary>Refused with <see cref="ErrorCode.DefinitionInvalid"/>, naming what is wrong where.</summary>
    public static Outcome<CompiledForm> Of(FormSpec spec)
    {
        var (schema, unreadable) = StrictJson.Read(spec.Schema, StrictJson.FormDepth);
        if (unreadable is not null)
            return No($"The schema {unreadable}.");
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "object")
            return No("The schema is of an object: it says \"type\": \"object\".");
        var (root, fault) = SchemaCompiler.Compile(schema);
        if (root is null)
            return No($"The schema at {fault}");
        ImmutableArray<string> fields = schema.TryGetProperty("properties", out var properties) ? [.. properties.EnumerateObject().Select(member => member.Name)] : [];
        var hints = FormHints.Of(spec.Hints, fields);
        return hints.Succeeded ? new CompiledForm(spec, root, hints.Value!, fields) : hints.Refusal;
    }

    /// <summary>Null when the fields are valid; else <see cref="ErrorCode.FieldsInvalid"/> with the field's name.</summary>
    /// <param name="complete">False lets what the form's own <c>required</c> names be missing; everything that is there must be right either way.</param>
    public Refusal? Validate(JsonText fields, bool complete)
    {
        if (Encoding.UTF8.GetByteCount(fields.Text ?? "") > TicketLimits.FieldsBytes)
            return Invalid($"The fields have more than {TicketLimits.FieldsBytes} bytes.");
        var (value, unreadable) = StrictJson.Read(fields, StrictJson.FieldsDepth);
        if (unreadable is not null)
            return Invalid($"The value of the fields {unreadable}.");
        return _root.Check(value, new(complete)) is not { } fault ? null
            : Invalid(fault.Path.Length == 0 ? $"The fields as a whole: {fault.What}." : $"'{fault.Path}' {fault.What}.");
    }

    public bool IsComplete(JsonText fields) => Validate(fields, complete: true) is null;

    /// <summary>Whether the requester may see a field of the first level.</summary>
    public bool RequesterSees(string field) => _hints.RequesterSees(field);

    private static Refusal No(string message) => new(ErrorCode.DefinitionInvalid, message);

    private static Refusal Invalid(string message) => new(ErrorCode.FieldsInvalid, message);
}
