using System.Text.Json.Nodes;

namespace Grainline.Architecture.Kubernetes.Rendering;

/// <summary>One object of Kubernetes.</summary>
internal sealed record Manifest(JsonObject Json)
{
    public string Kind => Json.Text("kind") ?? "";

    public string Name => Json.Text("metadata.name") ?? "";

    /// <summary>Null for kinds that start no pods.</summary>
    public JsonNode? Pod => Json.At("spec.template.spec");

    public JsonNode? PodLabels => Json.At("spec.template.metadata.labels");

    public IEnumerable<JsonNode> Containers => Pod.List("containers").Concat(Pod.List("initContainers"));

    public override string ToString() => $"{Kind} {Name}";
}
