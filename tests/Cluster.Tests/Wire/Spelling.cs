using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grainline.Architecture.Contracts;

namespace Grainline.Cluster.Tests.Wire;

/// <summary>An object as JSON, with everything that it stores and the type of each: two objects that are spelt alike are alike.</summary>
internal static class Spelling
{
    public static string Of(object? value) => Node(value)?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) ?? "null";

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        string or bool or int or long or double or decimal or Guid or DateTimeOffset or DateOnly or TimeOnly or TimeSpan => JsonSerializer.SerializeToNode(value, value.GetType()),
        Enum => JsonValue.Create(value.ToString()),
        IDictionary map => new JsonArray([.. map.Keys.Cast<object>().Select(key => (JsonNode?)new JsonArray(Node(key), Node(map[key]))).OrderBy(pair => pair!.ToJsonString(), StringComparer.Ordinal)]),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Node)]),
        _ => new JsonObject(MessageWalk.Members(value.GetType()).Select(member => KeyValuePair.Create(member.Name, Node(member.GetValue(value))))
            .Prepend(KeyValuePair.Create("$type", (JsonNode?)JsonValue.Create(value.GetType().FullName)))),
    };
}
