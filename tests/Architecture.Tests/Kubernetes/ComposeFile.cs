using System.Text.Json.Nodes;
using Grainline.Architecture.Kubernetes.Rendering;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Kubernetes;

/// <summary>compose.yaml.</summary>
internal static class ComposeFile
{
    public static JsonObject Whole { get; } = Assert.Single(YamlText.Documents(Repository.Read("compose.yaml")));

    public static IEnumerable<KeyValuePair<string, JsonNode>> Services => Whole.Map("services").Select(pair => KeyValuePair.Create(pair.Key, pair.Value!));

    /// <summary>Those that run a program of ours.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode>> Programs => Services.Where(service => service.Value.At("build") is not null);

    public static IEnumerable<KeyValuePair<string, string?>> Variables(JsonNode service) => service.Map("environment").Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.ToString()));
}
