using System.Text.Json.Nodes;

namespace Grainline.Architecture.Kubernetes.Rendering;

/// <summary>Everything that one overlay puts into a cluster.</summary>
internal sealed record Installation(string Name, IReadOnlyList<Manifest> Manifests)
{
    public IEnumerable<Manifest> Workloads => Manifests.Where(m => m.Pod is not null);

    public IEnumerable<Manifest> Deployments => Of("Deployment");

    public IEnumerable<(Manifest Owner, JsonNode Container)> Containers => Workloads.SelectMany(w => w.Containers, (owner, container) => (owner, container));

    /// <summary>Settings that are no secrets.</summary>
    public JsonObject Settings => Manifests.Single(m => m.Kind == "ConfigMap" && m.Name.StartsWith("grainline-config", StringComparison.Ordinal)).Json["data"]!.AsObject();

    public IEnumerable<Manifest> Of(string kind) => Manifests.Where(m => m.Kind == kind);

    public Manifest The(string kind, string name) => Assert.Single(Of(kind), m => m.Name == name);

    /// <summary>The same with one change, which leaves this one as it is.</summary>
    public Installation With(Action<Installation> change)
    {
        var copy = this with { Manifests = [.. Manifests.Select(m => new Manifest(m.Json.DeepClone().AsObject()))] };
        change(copy);
        return copy;
    }
}
