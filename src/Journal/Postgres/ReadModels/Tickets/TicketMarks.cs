using System.Globalization;
using System.Text.Json;

namespace Grainline.Journal.Postgres.ReadModels.Tickets;

/// <summary>What a ticket has several of, as texts that are compared as a whole.</summary>
internal static class TicketMarks
{
    /// <summary>Between the texts of one column while they are on their way. JSON escapes it, and no name has it.</summary>
    public const char Separator = '\u001F';

    public static string Tag(string tenant, string tag) => $"t/{tenant}/{tag}";

    public static string Watcher(string tenant, string agent) => $"w/{tenant}/{agent}";

    public static IReadOnlyList<string> Tags(string tenant, string[] marks) => After(Tag(tenant, ""), marks);

    public static IReadOnlyList<string> Watchers(string tenant, string[] marks) => After(Watcher(tenant, ""), marks);

    /// <summary>A field that has any value but null.</summary>
    public static string Field(string name) => $"\"{JsonEncodedText.Encode(name)}\"";

    /// <summary>A field with its value. A text is no number, 1 is 1.0.</summary>
    public static string Field(string name, JsonElement value) =>
        $"{Field(name)}:{(value.ValueKind == JsonValueKind.Number ? value.GetDouble().ToString("R", CultureInfo.InvariantCulture) : JsonSerializer.Serialize(value))}";

    /// <summary>All that can be asked of a JSON object.</summary>
    public static IEnumerable<string> Fields(ReadOnlyMemory<byte> json)
    {
        using var fields = JsonDocument.Parse(json);
        return
        [
            .. fields.RootElement.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null)
                .SelectMany(field => new[] { Field(field.Name), Field(field.Name, field.Value) }),
        ];
    }

    private static string[] After(string prefix, string[] marks) => [.. marks.Where(mark => mark.StartsWith(prefix, StringComparison.Ordinal)).Select(mark => mark[prefix.Length..])];
}
