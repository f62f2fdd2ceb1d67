using System.Text.Json.Nodes;
using Grainline.Architecture.Kubernetes.Rendering;

namespace Grainline.Architecture.Kubernetes.Laws;

/// <summary>What a pod may do, and what it may use.</summary>
internal static class PodLaws
{
    public static readonly ManifestLaw ProcessorIsNotLimited = new("A container asks for processor time and memory, and only its memory is limited: a throttled silo looks like a dead one.", installation =>
        from c in installation.Containers
        where c.Container.At("resources.limits.cpu") is not null || c.Container.At("resources.requests.cpu") is null
            || c.Container.At("resources.limits.memory") is null || c.Container.Text("resources.limits.memory") != c.Container.Text("resources.requests.memory")
        select $"{c.Owner}: {c.Container.At("resources")?.ToJsonString() ?? "no resources"}");

    public static readonly ManifestLaw NobodySpecial = new("A pod runs as somebody without rights, in the runtime's seccomp profile and outside the machine's namespaces.", installation =>
        from w in installation.Workloads
        from fault in Faults(w.Pod!, ("runAsNonRoot", p => p.Flag("securityContext.runAsNonRoot") == true), ("runAsUser", p => p.Number("securityContext.runAsUser") > 0),
            ("seccompProfile", p => p.Text("securityContext.seccompProfile.type") == "RuntimeDefault"),
            ("the machine's namespaces", p => new[] { "hostNetwork", "hostPID", "hostIPC" }.All(own => p.Flag(own) != true)))
        select $"{w}: {fault}");

    public static readonly ManifestLaw NothingToGain = new("A container writes to no image, gains no rights and has no capabilities.", installation =>
        from c in installation.Containers
        from fault in Faults(c.Container, ("readOnlyRootFilesystem", p => p.Flag("securityContext.readOnlyRootFilesystem") == true),
            ("allowPrivilegeEscalation", p => p.Flag("securityContext.allowPrivilegeEscalation") == false), ("privileged", p => p.Flag("securityContext.privileged") != true),
            ("capabilities", p => p.List("securityContext.capabilities.drop").Select(d => d.ToString()).SequenceEqual(["ALL"]) && p.At("securityContext.capabilities.add") is null),
            ("runAsUser", p => p.At("securityContext.runAsUser") is null && p.At("securityContext.runAsNonRoot") is null))
        select $"{c.Owner}: {fault}");

    public static readonly ManifestLaw NoToken = new("A pod has an account of its own, no token for it, and no variables made from the names of Services.", installation =>
        from w in installation.Workloads
        from fault in Faults(w.Pod!, ("automountServiceAccountToken", p => p.Flag("automountServiceAccountToken") == false), ("enableServiceLinks", p => p.Flag("enableServiceLinks") == false),
            ("serviceAccountName", p => installation.Of("ServiceAccount").Any(a => a.Name == p.Text("serviceAccountName") && a.Json.Flag("automountServiceAccountToken") == false)))
        select $"{w}: {fault}");

    public static readonly ManifestLaw OneTemporaryFolder = new("A pod can write to /tmp, up to a limit, and to no folder of the machine.", installation =>
        from w in installation.Workloads
        from fault in Faults(w.Pod!, ("/tmp", p => w.Containers.All(c => c.List("volumeMounts").Any(m => m.Text("mountPath") == "/tmp"))),
            ("hostPath", p => p.List("volumes").All(v => v.At("hostPath") is null)), ("sizeLimit", p => p.List("volumes").All(v => v.At("emptyDir") is null || v.At("emptyDir.sizeLimit") is not null)))
        select $"{w}: {fault}");

    public static readonly ManifestLaw NoRights = new("Nothing here may ask the Kubernetes API for anything.", installation =>
        installation.Manifests.Where(m => m.Kind is "Role" or "RoleBinding" or "ClusterRole" or "ClusterRoleBinding").Select(m => m.ToString()));

    public static readonly ManifestLaw RestrictedNamespace = new("The namespace refuses pods that ask for more than these do.", installation =>
        installation.Of("Namespace").Where(n => n.Json["metadata"]?["labels"]?["pod-security.kubernetes.io/enforce"]?.ToString() != "restricted").Select(n => n.ToString()));

    private static IEnumerable<string> Faults(JsonNode node, params (string What, Func<JsonNode, bool> Holds)[] wants) => wants.Where(want => !want.Holds(node)).Select(want => want.What);
}
