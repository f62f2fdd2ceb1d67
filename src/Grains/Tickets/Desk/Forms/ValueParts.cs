using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Grainline.Tickets.Desk.Forms;

[Flags]
internal enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    Text = 16,
    List = 32,
    Object = 64,
}

/// <summary>The schema <c>false</c>.</summary>
internal sealed class Never : SchemaPart
{
    public override SchemaFault? Check(JsonElement value, SchemaWalk walk) => new("", "is not allowed");
}

/// <param name="types">Any of them.</param>
/// <param name="words">As the schema says them.</param>
internal sealed class TypeIs(JsonTypes types, string words) : SchemaPart
{
    public override SchemaFault? Check(JsonElement value, SchemaWalk walk) => (types & Of(value)) != 0 ? null : new("", $"is not of type {words}");

    // 1.0 is an integer: JSON knows numbers only.
    private static JsonTypes Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => JsonTypes.Null,
        JsonValueKind.True or JsonValueKind.False => JsonTypes.Boolean,
        JsonValueKind.Number => StrictJson.TryNumber(value, out var number) && number == decimal.Truncate(number) ? JsonTypes.Integer | JsonTypes.Number : JsonTypes.Number,
        JsonValueKind.String => JsonTypes.Text,
        JsonValueKind.Array => JsonTypes.List,
        JsonValueKind.Object => JsonTypes.Object,
        _ => JsonTypes.None,
    };
}

/// <summary><c>enum</c> and <c>const</c>.</summary>
/// <param name="values">By their canonical text.</param>
internal sealed class OneOfValues(FrozenSet<string> values) : SchemaPart
{
    public override SchemaFault? Check(JsonElement value, SchemaWalk walk) => values.Contains(CanonicalText.Of(value)) ? null : new("", "is none of the values that it may have");
}

internal sealed class NumberBounds(decimal? least, decimal? most, decimal? above, decimal? below, decimal? step) : SchemaPart
{
    public override SchemaFault? Check(JsonElement value, SchemaWalk walk) =>
        value.ValueKind != JsonValueKind.Number ? null
        : !StrictJson.TryNumber(value, out var number) ? new("", "is too large")
        : number < least ? new("", $"is less than {least}")
        : number > most ? new("", $"is more than {most}")
        : number <= above ? new("", $"is not more than {above}")
        : number >= below ? new("", $"is not less than {below}")
        : step is { } one && number % one != 0 ? new("", $"is no multiple of {one}")
        : null;
}

/// <param name="shortest">In code points, as <paramref name="longest"/>.</param>
internal sealed class TextBounds(int? shortest, int? longest, (Regex Regex, string Source)? pattern, TextFormat? format) : SchemaPart
{
    public override SchemaFault? Check(JsonElement value, SchemaWalk walk)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        var text = value.GetString()!;
        var length = text.Length - text.Count(char.IsLowSurrogate);
        return length < shortest ? new("", $"has fewer than {shortest} characters")
            : length > longest ? new("", $"has more than {longest} characters")
            : pattern is { } p && !p.Regex.IsMatch(text) ? new("", $"does not match {p.Source}")
            : format is { } f && !f.Fits(text) ? new("", $"is no {f.Name}")
            : null;
    }
}
