using Grainline.Architecture.Kubernetes.Rendering;

namespace Grainline.Architecture.Kubernetes.Laws;

/// <summary>How many pods there are, and who decides it.</summary>
internal static class ScalingLaws
{
    public static readonly ManifestLaw OneDecides = new("The number of pods is decided in one place: by the manifest, by an autoscaler of Kubernetes, or by one of KEDA.", installation =>
        from d in installation.Deployments
        let deciders = Scalers(installation).Count(s => s.Target == d.Name) + (d.Json.At("spec.replicas") is null ? 0 : 1)
        where deciders != 1
        select $"{d} has {deciders}");

    public static readonly ManifestLaw TargetsExist = new("An autoscaler scales something that is there.", installation =>
        Scalers(installation).Where(s => installation.Deployments.All(d => d.Name != s.Target)).Select(s => $"{s.Scaler}: {s.Target}"));

    public static readonly ManifestLaw EnoughToLoseOne = new("There are never fewer than three silos and two gateways, and never none that KEDA could make of a quiet night.", installation =>
        from d in installation.Deployments
        let least = Least(installation, d)
        where least < (d.Name == "grainline-silo" ? 3 : 2)
        select $"{d}: {least}");

    public static readonly ManifestLaw EvictionsLeaveEnough = new("A budget lets one pod be evicted at a time, and leaves two silos or one gateway.", installation =>
        from d in installation.Deployments
        let budgets = installation.Of("PodDisruptionBudget").Where(b => b.Json.Map("spec.selector.matchLabels").Any() && b.Json.Map("spec.selector.matchLabels").Selects(d.PodLabels)).ToArray()
        let least = Least(installation, d)
        let keeps = budgets is [{ } budget] ? budget.Json.Number("spec.minAvailable") ?? (budget.Json.Number("spec.maxUnavailable") is { } most ? least - most : null) : null
        where keeps is null || keeps != least - 1 || keeps < (d.Name == "grainline-silo" ? 2 : 1)
        select $"{d}: {budgets.Length} budgets, of at least {least} pods they keep {keeps}");

    public static readonly ManifestLaw UpFastDownSlowly = new("Pods come at once, twice as many every 30 s, and go one by one after ten calm minutes: each that goes moves its grains or cuts its sockets.", installation =>
        from scaler in Scalers(installation)
        let up = scaler.Behaviour.At("scaleUp")
        let down = scaler.Behaviour.At("scaleDown")
        where up.Number("stabilizationWindowSeconds") != 0 || up.Number("policies.0.value") < 100 || up.Text("policies.0.type") != "Percent"
            || !(down.Number("stabilizationWindowSeconds") >= 600) || down.List("policies").Count() != 1 || down.Text("policies.0.type") != "Pods" || down.Number("policies.0.value") != 1
            || !(down.Number("policies.0.periodSeconds") >= 120)
        select scaler.Scaler.ToString());

    public static readonly ManifestLaw BlindIsNotSmall = new("When KEDA cannot ask, it keeps more than the least.", installation =>
        installation.Of("ScaledObject").Where(s => !(s.Json.Number("spec.fallback.replicas") > s.Json.Number("spec.minReplicaCount"))).Select(s => s.ToString()));

    private static IEnumerable<(Manifest Scaler, string Target, long Least, System.Text.Json.Nodes.JsonNode? Behaviour)> Scalers(Installation installation) =>
        installation.Of("HorizontalPodAutoscaler").Select(h => (h, h.Json.Text("spec.scaleTargetRef.name") ?? "", h.Json.Number("spec.minReplicas") ?? 1, h.Json.At("spec.behavior")))
            .Concat(installation.Of("ScaledObject").Select(s => (s, s.Json.Text("spec.scaleTargetRef.name") ?? "", s.Json.Number("spec.minReplicaCount") ?? 0, s.Json.At("spec.advanced.horizontalPodAutoscalerConfig.behavior"))));

    private static long Least(Installation installation, Manifest deployment) =>
        deployment.Json.Number("spec.replicas") ?? Scalers(installation).Where(s => s.Target == deployment.Name).Select(s => s.Least).DefaultIfEmpty(1).Min();
}
