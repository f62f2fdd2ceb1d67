using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grainline.Refusals;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>Carries a ticket's fields to a later version of its form.</summary>
internal static class FormUpgrade
{
    // Text of any script stays as it is: fields are bounded in bytes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Refused with <see cref="ErrorCode.FieldsInvalid"/>, naming the field, when a step cannot be done. Whether the result is valid the form of the last version says.
    /// </summary>
    /// <param name="path">The versions after the one that the fields were written with, in order, up to the one that is wanted.</param>
    public static Outcome<JsonText> Apply(ImmutableArray<FormSpec> path, JsonText fields)
    {
        var (value, unreadable) = StrictJson.Read(fields, StrictJson.FieldsDepth);
        if (unreadable is not null || value.ValueKind != JsonValueKind.Object)
            return Invalid($"The value of the fields {unreadable ?? "is no object"}.");
        var upgraded = JsonObject.Create(value)!;
        foreach (var step in path.SelectMany(spec => spec.UpgradeFrom))
        {
            if (Take(step, upgraded) is { } refusal)
                return refusal;
        }

        return new JsonText(upgraded.ToJsonString(Plain));
    }

    private static Refusal? Take(FieldStep step, JsonObject fields)
    {
        switch (step.Kind)
        {
            case FieldStepKind.Rename when fields.ContainsKey(step.Field) && fields.ContainsKey(step.To!):
                return Invalid($"'{step.Field}' cannot become '{step.To}': it has both.");
            case FieldStepKind.Rename when fields.Remove(step.Field, out var moved):
                fields[step.To!] = moved;
                break;
            case FieldStepKind.Drop:
                fields.Remove(step.Field);
                break;
            case FieldStepKind.Default when !fields.ContainsKey(step.Field):
                fields[step.Field] = Parse(step.Value!.Value);
                break;
            case FieldStepKind.Map when fields.TryGetPropertyValue(step.Field, out var value):
                fields[step.Field] = value is JsonArray list ? new JsonArray([.. list.Select(item => Mapped(step.Map!, item))]) : Mapped(step.Map!, value);
                break;
        }

        return null;
    }

    /// <summary>Texts are looked up as they are, other values by their JSON.</summary>
    private static JsonNode? Mapped(ImmutableDictionary<string, JsonText> map, JsonNode? value)
    {
        var key = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString(Plain) ?? "null";
        return map.TryGetValue(key, out var replacement) ? Parse(replacement) : value?.DeepClone();
    }

    private static JsonNode? Parse(JsonText json) => JsonNode.Parse(json.Text);

    private static Refusal Invalid(string message) => new(ErrorCode.FieldsInvalid, message);
}
