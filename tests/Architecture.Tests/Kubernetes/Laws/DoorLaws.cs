using System.Text.RegularExpressions;
using Grainline.Architecture.Kubernetes.Rendering;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Kubernetes.Laws;

/// <summary>The way in from the world.</summary>
internal static partial class DoorLaws
{
    // Folders of pages have no route of their own.
    private static readonly string[] Pages = ["/demo", "/widget", "/widget.js"];
    /// <summary>First parts of every address that gateways answer, from their source.</summary>
    public static IReadOnlyCollection<string> Served { get; } =
        [.. Repository.CSharp("src/Gateway").SelectMany(f => Address().Matches(f.Text)).Select(m => m.Groups["path"].Value).Select(path => "/" + path.Split('/')[1]).Concat(Pages).Distinct()];

    /// <summary>What is for those who run the gateways.</summary>
    public static IReadOnlyCollection<string> Inside { get; } = ["/health", "/metrics"];

    public static readonly ManifestLaw RoutesLeadToGateways = new("A route leads to a Service of gateways on a port that it has.", installation =>
        from route in installation.Of("HTTPRoute")
        from target in route.Json.List("spec.rules").SelectMany(r => r.List("backendRefs").DefaultIfEmpty(r))
        where !installation.Of("Service").Any(s => s.Name == target.Text("name") && s.Name == "grainline-gateway" && s.Json.List("spec.ports").Any(p => p.Number("port") == target.Number("port")))
        select $"{route}: {target.ToJsonString()}");

    public static readonly ManifestLaw SocketsAreNotCut = new("Requests to the hubs and of files have no limit of time.", installation =>
        from route in installation.Of("HTTPRoute")
        from rule in route.Json.List("spec.rules")
        where rule.List("matches").Any(m => m.Text("path.value") is "/hubs" or "/files") && (rule.Text("timeouts.request") != "0s" || rule.Text("timeouts.backendRequest") != "0s")
        select $"{route}: {rule.At("timeouts")?.ToJsonString() ?? "no timeouts"}");

    public static readonly ManifestLaw OperationsStayInside = new("Everything that gateways answer has a way in, except what is for those who run them.", installation =>
        from route in installation.Of("HTTPRoute")
        let matches = route.Json.List("spec.rules").SelectMany(r => r.List("matches").DefaultIfEmpty(null!)).ToArray()
        from path in Served
        let open = matches.Any(m => m is null || m.At("path") is null || (m.Text("path.type") == "Exact" ? m.Text("path.value") == path : IsUnder(path, m.Text("path.value")!)))
        where open == Inside.Contains(path)
        select $"{route}: {path} is {(open ? "open" : "shut")}");

    public static readonly ManifestLaw NoClassIsAssumed = new("The way in does not depend on one product: no Ingress with a class, no annotations.", installation =>
        installation.Manifests.Where(m => m.Kind is "Ingress" or "Gateway" or "GatewayClass" || (m.Kind is "HTTPRoute" or "Service" && m.Json.At("metadata.annotations") is not null)).Select(m => m.ToString()));

    public static readonly ManifestLaw NoServiceBeforeSilos = new("Silos are reached at their own addresses only; a Service selects gateways and names one of their ports.", installation =>
        from service in installation.Of("Service")
        let pods = installation.Deployments.Where(d => service.Json.Map("spec.selector").Selects(d.PodLabels)).ToArray()
        where pods is not [{ Name: "grainline-gateway" } gateway]
            || service.Json.List("spec.ports").Any(p => !gateway.Containers.SelectMany(c => c.List("ports")).Any(port => port.Text("name") == p.Text("targetPort")))
        select service.ToString());

    private static bool IsUnder(string path, string prefix) => path == prefix || prefix == "/" || path.StartsWith(prefix + "/", StringComparison.Ordinal);

    [GeneratedRegex("""\bapp\.Map\w+(<\w+>)?\(\s*"(?<path>/[\w.-]*)""")]
    private static partial Regex Address();
}
