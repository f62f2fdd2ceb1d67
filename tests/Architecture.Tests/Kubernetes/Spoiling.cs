using System.Text.Json.Nodes;
using Grainline.Architecture.Kubernetes.Rendering;

namespace Grainline.Architecture.Kubernetes;

/// <summary>Places that tests change.</summary>
internal static class Spoiling
{
    public static JsonNode Spec(Installation installation, string deployment) => installation.The("Deployment", deployment).Json["spec"]!;

    public static JsonNode Pod(Installation installation, string deployment) => installation.The("Deployment", deployment).Pod!;

    /// <summary>The silo's container.</summary>
    public static JsonNode SiloContainer(Installation installation) => Pod(installation, "grainline-silo")["containers"]![0]!;

    public static JsonNode Policy(Installation installation, string name) => installation.The("NetworkPolicy", name).Json["spec"]!;

    public static JsonNode Rule(Installation installation, int at) => installation.The("HTTPRoute", "grainline").Json["spec"]!["rules"]![at]!;
}
