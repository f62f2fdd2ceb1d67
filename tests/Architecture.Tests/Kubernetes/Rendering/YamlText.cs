using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Grainline.Architecture.Kubernetes.Rendering;

/// <summary>YAML as JSON, which is easier to walk, to copy and to spoil on purpose.</summary>
internal static class YamlText
{
    public static IEnumerable<JsonObject> Documents(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => Node(document.RootNode)).OfType<JsonObject>()];
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(Merged(map).Select(pair => KeyValuePair.Create(pair.Key, Node(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } plain } => Plain(plain),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException($"{node.NodeType} at {node.Start} is not understood."),
    };

    // "<<" brings in what another map has, as compose files like it; what stands beside it wins.
    private static Dictionary<string, YamlNode> Merged(YamlMappingNode map)
    {
        var own = map.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => pair.Value);
        if (own.Remove("<<", out var other))
        {
            foreach (var (key, value) in Merged((YamlMappingNode)other))
                own.TryAdd(key, value);
        }

        return own;
    }

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(text),
    };
}
