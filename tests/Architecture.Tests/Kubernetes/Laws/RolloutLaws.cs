using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Grainline.Architecture.Kubernetes.Rendering;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Kubernetes.Laws;

/// <summary>How pods come, are watched, and go.</summary>
internal static partial class RolloutLaws
{
    private static readonly string[] Spread = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"];

    /// <summary>As the programs have it: the longest time that any of them gives itself to stop, in seconds.</summary>
    private static readonly long ShutdownTimeout = Repository.CSharp("src").SelectMany(f => Stopping().Matches(f.Text)).Max(m => long.Parse(m.Groups["seconds"].ValueSpan));

    public static readonly ManifestLaw NewBeforeOld = new("A rollout starts a new pod, sees it ready for 30 s, and only then stops an old one.", installation =>
        from d in installation.Deployments
        where d.Json.Text("spec.strategy.type") != "RollingUpdate" || d.Json.Number("spec.strategy.rollingUpdate.maxUnavailable") != 0 || d.Json.Number("spec.strategy.rollingUpdate.maxSurge") != 1
            || d.Json.Number("spec.minReadySeconds") < 30
        select d.ToString());

    public static readonly ManifestLaw TimeToLeave = new("The grace covers the pause before the stop, of 10 s or more, and the longest stop.", installation =>
        from d in installation.Deployments
        let grace = d.Pod.Number("terminationGracePeriodSeconds")
        from c in d.Containers
        let pause = c.Number("lifecycle.preStop.sleep.seconds")
        where pause is null or < 10 || grace is null || grace <= pause + ShutdownTimeout
        select $"{d}: grace {grace}, pause {pause}, stop {ShutdownTimeout}");

    public static readonly ManifestLaw LivenessIsLocal = new("Liveness asks the process alone, three times in 30 s: an outage of a store must not restart anybody.", installation =>
        Probes(installation, "livenessProbe", "/health/live", 10, 3));

    public static readonly ManifestLaw ReadinessIsQuick = new("Readiness notices within 10 s.", installation => Probes(installation, "readinessProbe", "/health/ready", 5, 2));

    public static readonly ManifestLaw StartIsPatient = new("A silo has five minutes to join; a gateway only has to answer, and waits for silos as long as it takes.", installation =>
        from d in installation.Deployments
        from fault in Probes(installation with { Manifests = [d] }, "startupProbe", d.Name == "grainline-silo" ? "/health/ready" : "/health/live", 5, 60)
        select fault);

    public static readonly ManifestLaw SpreadOut = new("Pods of one kind prefer different zones and machines.", installation =>
        from d in installation.Deployments
        from key in Spread
        where !d.Pod.List("topologySpreadConstraints").Any(s => s.Text("topologyKey") == key && s.Number("maxSkew") == 1 && s.Map("labelSelector.matchLabels").Any()
            && s.Map("labelSelector.matchLabels").Selects(d.PodLabels))
        select $"{d}: {key}");

    public static readonly ManifestLaw MigrationEnds = new("The migration runs once to its end, tries again a few times, and knows no other role than the one that owns the schema.", installation =>
        from job in installation.Of("Job")
        let secrets = job.Containers.SelectMany(c => c.List("env")).Where(e => e.At("valueFrom.secretKeyRef") is not null).Select(e => e.Text("name"))
        where job.Pod.Text("restartPolicy") != "Never" || job.Json.Number("spec.backoffLimit") is null or < 1 || job.Json.Number("spec.activeDeadlineSeconds") is null
            || !job.Containers.All(c => c.List("args").Select(a => a.ToString()).SequenceEqual(["migrate"])) || !secrets.SequenceEqual(["Postgres__MigrationConnectionString"])
        select job.ToString());

    private static IEnumerable<string> Probes(Installation installation, string probe, string path, int period, int failures) =>
        from d in installation.Deployments
        from c in d.Containers
        let found = c.At(probe)
        where found.Text("httpGet.path") != path || found.Number("periodSeconds") != period || found.Number("failureThreshold") != failures || !HasPort(c, found.At("httpGet.port"))
        select $"{d}: {probe} is {found?.ToJsonString() ?? "missing"}";

    private static bool HasPort(JsonNode container, JsonNode? port) => container.List("ports").Any(p => p.Text("name") == port?.ToString() || p.Text("containerPort") == port?.ToString());

    [GeneratedRegex(@"ShutdownTimeout = TimeSpan\.FromSeconds\((?<seconds>\d+)\)")]
    private static partial Regex Stopping();
}
