using System.Text.Json.Nodes;
using Grainline.Architecture.Kubernetes.Rendering;

namespace Grainline.Architecture.Kubernetes.Laws;

/// <summary>One thing that the policies together allow a pod: a port, and whom.</summary>
/// <param name="Port">Empty for every port.</param>
/// <param name="Peer">In words: <c>pod name</c>, <c>namespace label</c>, <c>network range</c>, <c>anybody</c>.</param>
/// <param name="Except">Of a network, what is left out.</param>
internal sealed record Openings(string Port, string Peer, string[] Except)
{
    private const string Label = "app.kubernetes.io/name";

    /// <param name="direction"><c>ingress</c> or <c>egress</c>.</param>
    public static IEnumerable<Openings> Of(Installation installation, Manifest workload, string direction) =>
        from policy in installation.Of("NetworkPolicy")
        where Selects(policy.Json.At("spec.podSelector"), workload.PodLabels)
        from rule in policy.Json.List($"spec.{direction}")
        from port in OrAny(rule.List("ports")).Select(p => p?.Text("port") ?? "")
        from peer in OrAny(rule.List(direction == "ingress" ? "from" : "to"))
        select new Openings(port, Words(peer), [.. peer.List("ipBlock.except").Select(e => e.ToString())]);

    private static IEnumerable<JsonNode?> OrAny(IEnumerable<JsonNode> list) => list.DefaultIfEmpty(null!);

    private static bool Selects(JsonNode? selector, JsonNode? labels) =>
        selector.Map("matchLabels").Selects(labels)
        && selector.List("matchExpressions").All(e => e.Text("operator") == "In" && e.List("values").Any(v => v.ToString() == (labels as JsonObject)?[e.Text("key")!]?.ToString()));

    private static string Words(JsonNode? peer)
    {
        if (peer is null)
            return "anybody";
        if (peer.Text("ipBlock.cidr") is { } network)
            return $"network {network}";
        var pods = (peer.At("podSelector.matchLabels") as JsonObject)?[Label]?.ToString();
        if (peer.At("namespaceSelector") is not { } spaces)
            return pods is null ? "anybody" : $"pod {pods}";
        var label = spaces.Map("matchLabels").Select(pair => pair.Key).FirstOrDefault();
        return $"namespace {label ?? "any"}";
    }
}
