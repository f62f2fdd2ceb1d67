using System.Text.Json.Nodes;
using Grainline.Architecture.Kubernetes.Rendering;

namespace Grainline.Architecture.Kubernetes.Laws;

/// <summary>Who may talk to whom.</summary>
internal static class NetworkLaws
{
    private const string Silo = "grainline-silo", Gateway = "grainline-gateway", Migration = "grainline-migration";
    private const string Redis = "6379", Postgres = "5432", Kafka = "9092";

    private static readonly string[] Private = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"];

    /// <summary>Port by port, the only ones that may come in.</summary>
    private static readonly HashSet<(string Pod, string Port, string From)> Doors =
    [
        (Silo, "11111", $"pod {Silo}"), (Silo, "30000", $"pod {Gateway}"), (Silo, "8081", "namespace grainline/monitoring"),
        (Gateway, "8080", "namespace grainline/edge"), (Gateway, "8080", "namespace grainline/monitoring"),
    ];

    public static readonly ManifestLaw DenyByDefault = new("Without a policy that allows it nothing comes in or goes out.", installation =>
        installation.Of("NetworkPolicy").Any(p => p.Json.At("spec.podSelector") is JsonObject { Count: 0 } && p.Json.At("spec.ingress") is null && p.Json.At("spec.egress") is null
            && p.Json.List("spec.policyTypes").Select(t => t.ToString()).Order().SequenceEqual(["Egress", "Ingress"])) ? [] : ["There is no such policy."]);

    public static readonly ManifestLaw DoorsHaveOneUse = new("Silos talk to silos, gateways to silos, the edge to gateways, and monitoring to the operations ports. Nobody else gets in.", installation =>
    {
        var open = installation.Workloads.SelectMany(w => Openings.Of(installation, w, "ingress"), (w, o) => (Pod: w.Name, o.Port, From: o.Peer)).ToHashSet();
        return open.Except(Doors).Select(o => $"{o.Pod} {o.Port} is open to {o.From}").Concat(Doors.Except(open).Select(d => $"{d.Pod} {d.Port} is shut to {d.From}"));
    });

    public static readonly ManifestLaw PortsAreServed = new("A port that a policy opens is one of the container's, and the other way round.", installation =>
        from w in installation.Workloads
        let served = w.Containers.SelectMany(c => c.List("ports")).Select(p => p.Text("containerPort")!).ToHashSet()
        from port in Openings.Of(installation, w, "ingress").Select(o => o.Port).Union(served)
        where !served.Contains(port) || Openings.Of(installation, w, "ingress").All(o => o.Port != port)
        select $"{w}: {port}");

    public static readonly ManifestLaw WaysOutAreNeeded = new("A pod reaches the stores that it uses, silos, names, and nothing else; a gateway no database.", installation =>
    {
        var settings = installation.Settings;
        var inPostgres = settings["Cluster__Membership"]?.ToString() == "PostgreSQL";
        var silo = new List<string> { "11111", Postgres };
        var gateway = new List<string> { "30000", inPostgres ? Postgres : Redis };
        if (!inPostgres)
            silo.Add(Redis);
        if (settings["Kafka__Brokers"] is not null)
            silo.Add(Kafka);
        if (settings["Blobs__Store"]?.ToString() == "s3")
            new[] { silo, gateway }.ToList().ForEach(ports => ports.Add("443"));
        return Needs(installation, Silo, silo, [Redis, Kafka, "9000"]).Concat(Needs(installation, Gateway, gateway, [Redis, "9000"])).Concat(Needs(installation, Migration, [Postgres], [Redis, Kafka]));
    });

    public static readonly ManifestLaw WaysOutAreNarrow = new("A way out names its ports and where it leads: pods of ours, namespaces by a label of their own, or a network; the whole internet only without private addresses.", installation =>
        from w in installation.Workloads
        from way in Openings.Of(installation, w, "egress")
        where way.Port.Length == 0 || way.Peer is "anybody" or "namespace any" || (way.Peer == "network 0.0.0.0/0" && (way.Port != "443" || Private.Except(way.Except).Any()))
        select $"{w}: {way.Peer} {way.Port}");

    // The ports that a pod must reach, those it may, and names. Stores elsewhere come as networks.
    private static IEnumerable<string> Needs(Installation installation, string name, List<string> must, string[] may)
    {
        var open = Openings.Of(installation, installation.Workloads.Single(w => w.Name == name), "egress").Select(o => o.Port).ToHashSet();
        return must.Append("53").Where(port => !open.Contains(port)).Select(port => $"{name} does not reach {port}")
            .Concat(open.Except([.. must, .. may, "53"]).Select(port => $"{name} reaches {port}"));
    }
}
