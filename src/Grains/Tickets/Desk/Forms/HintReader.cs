using System.Collections.Immutable;
using System.Text.Json;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>Reads a hint document and keeps the first thing that is wrong with it. What is wrong reads as empty.</summary>
internal sealed class HintReader
{
    public string? Fault { get; private set; }

    public void Demand(bool holds, string otherwise)
    {
        if (!holds)
            Fault ??= otherwise;
    }

    public JsonElement Object(JsonElement value, string what, params string[] allowed)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Demand(false, $"{what} is an object.");
            return default;
        }

        foreach (var member in value.EnumerateObject())
            Demand(allowed.Contains(member.Name), $"{what} has '{member.Name}', which is none of {string.Join(", ", allowed)}.");
        return value;
    }

    public IEnumerable<JsonProperty> Members(JsonElement owner, string name)
    {
        if (Find(owner, name) is not { } value)
            return [];
        Demand(value.ValueKind == JsonValueKind.Object, $"'{name}' of the hints is an object.");
        return value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];
    }

    public IEnumerable<JsonElement> List(JsonElement owner, string name, int most)
    {
        if (Find(owner, name) is not { } value)
            return [];
        var fits = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= most;
        Demand(fits, $"'{name}' of the hints is a list of at most {most}.");
        return fits ? value.EnumerateArray() : [];
    }

    public ImmutableArray<string> Words(JsonElement owner, string name, string what)
    {
        ImmutableArray<JsonElement> items = [.. List(owner, name, int.MaxValue)];
        Demand(items.All(item => item.ValueKind == JsonValueKind.String), $"{what} lists texts.");
        return [.. items.Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
    }

    public void Unique(ImmutableArray<string> names, string what, ImmutableArray<string>? among, string kind)
    {
        foreach (var twice in names.GroupBy(name => name).Where(same => same.Count() > 1))
            Demand(false, $"{what} has '{twice.Key}' twice.");
        foreach (var unknown in among is { } known ? names.Except(known) : [])
            Demand(false, $"{what} names the {kind} '{unknown}', which the schema does not have.");
    }

    public string? Word(JsonElement owner, string name, string what)
    {
        if (Find(owner, name) is not { } value)
            return null;
        Demand(value.ValueKind == JsonValueKind.String, $"{what}: '{name}' is a text.");
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    public bool Flag(JsonElement owner, string name, string what)
    {
        if (Find(owner, name) is not { } value)
            return false;
        Demand(value.ValueKind is JsonValueKind.True or JsonValueKind.False, $"{what}: '{name}' is true or false.");
        return value.ValueKind == JsonValueKind.True;
    }

    public void Texts(JsonElement owner, string name, string what, int longest, bool needed)
    {
        if (Find(owner, name) is { } value)
            Labels(value, $"{what}: '{name}'", longest);
        else
            Demand(!needed, $"{what} has no {name}.");
    }

    /// <summary>Texts by language.</summary>
    public void Labels(JsonElement value, string what, int longest)
    {
        var texts = value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().ToArray() : [];
        Demand(texts.Any(text => text.Name == DeskText.English), $"{what} has no text in '{DeskText.English}'.");
        foreach (var text in texts)
        {
            Demand(DeskText.IsLanguage(text.Name), $"{what} has a text in '{text.Name}', which is no language tag.");
            Demand(text.Value.ValueKind == JsonValueKind.String && text.Value.GetString() is { } words && words.Length <= longest && !string.IsNullOrWhiteSpace(words),
                $"{what} has 1 to {longest} characters in each language.");
        }
    }

    private static JsonElement? Find(JsonElement owner, string name) => owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? value : null;
}
