using Grainline.Architecture.Kubernetes.Laws;
using Grainline.Architecture.Kubernetes.Rendering;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Kubernetes;

/// <summary>Every overlay keeps every law.</summary>
public sealed class ManifestTests
{
    public static TheoryData<string, string> Cases =>
        new(from variant in Kustomize.Variants.Keys from law in ManifestLaw.All.Keys select (variant, law));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Overlay_Rendered_KeepsTheLaw(string variant, string law) =>
        Law.Holds($"{variant}: {ManifestLaw.All[law].Says}", ManifestLaw.All[law].Breaks(Kustomize.Render(variant)));

    [Fact]
    public void Variants_Together_UseEveryComponent()
    {
        var used = Kustomize.Variants.Values.SelectMany(v => v)
            .Concat(Directory.EnumerateFiles(Path.Combine(Kustomize.Folder, "overlays"), "kustomization.yaml", SearchOption.AllDirectories).SelectMany(YamlPaths)).ToHashSet();
        Law.Holds("Each folder of k8s/components is rendered by some test.", Directory.EnumerateDirectories(Path.Combine(Kustomize.Folder, "components")).Select(p => Path.GetFileName(p)!).Where(name => !used.Contains(name)));
    }

    [Fact]
    public void Overlay_Small_IsTwoGatewaysAndThreeSilosWithoutKafka()
    {
        var small = Kustomize.Render("small");
        Assert.Equal([("grainline-gateway", 2L), ("grainline-silo", 3L)], small.Deployments.Select(d => (d.Name, d.Json.Number("spec.replicas")!.Value)).Order());
        Assert.DoesNotContain(small.Settings, pair => pair.Key.StartsWith("Kafka", StringComparison.Ordinal));
        Assert.DoesNotContain("keda.sh", string.Join('\n', small.Manifests.Select(m => m.Json.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public void Overlay_Large_ScalesSilosByProcessorAndGatewaysBySocketsAndLine()
    {
        var large = Kustomize.Render("large");
        Assert.Equal(["cpu"], large.The("HorizontalPodAutoscaler", "grainline-silo").Json.List("spec.metrics").Select(m => m.Text("resource.name")));
        var queries = large.The("ScaledObject", "grainline-gateway").Json.List("spec.triggers").Select(t => t.Text("metadata.query")!).ToArray();
        Assert.Equal(2, queries.Length);
        Assert.Contains("grainline_sockets", queries[0], StringComparison.Ordinal);
        Assert.Contains("grainline_queue_waiting", queries[1], StringComparison.Ordinal);
    }

    private static IEnumerable<string> YamlPaths(string file) =>
        YamlText.Documents(File.ReadAllText(file)).SelectMany(document => document.List("components")).Select(component => Path.GetFileName(component.ToString()));
}
