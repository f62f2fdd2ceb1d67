using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Grainline.Architecture.Kubernetes.Rendering;

/// <summary>Short ways through a document. What is missing is null or empty, never a failure.</summary>
internal static class Json
{
    /// <summary>By names and places in lists: <c>spec.ports.0.name</c>.</summary>
    public static JsonNode? At(this JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
        {
            node = node switch
            {
                JsonObject map => map[step],
                JsonArray list when int.TryParse(step, out var at) && at < list.Count => list[at],
                _ => null,
            };
        }

        return node;
    }

    public static string? Text(this JsonNode? node, string path) => node.At(path)?.ToString();

    public static long? Number(this JsonNode? node, string path) =>
        node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? long.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : null;

    public static bool? Flag(this JsonNode? node, string path) => node.At(path) is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

    public static IEnumerable<JsonNode> List(this JsonNode? node, string path) => (node.At(path) as JsonArray)?.OfType<JsonNode>() ?? [];

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Map(this JsonNode? node, string path) => (IEnumerable<KeyValuePair<string, JsonNode?>>?)(node.At(path) as JsonObject) ?? [];

    /// <summary>Whether every pair of a selector stands among the labels. An empty selector selects everything.</summary>
    public static bool Selects(this IEnumerable<KeyValuePair<string, JsonNode?>> selector, JsonNode? labels) =>
        selector.All(pair => (labels as JsonObject)?[pair.Key]?.ToString() == pair.Value?.ToString());
}
