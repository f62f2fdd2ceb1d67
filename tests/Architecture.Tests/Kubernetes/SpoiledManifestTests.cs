using System.Text.Json.Nodes;
using Grainline.Architecture.Kubernetes.Laws;
using Grainline.Architecture.Kubernetes.Rendering;
using static Grainline.Architecture.Kubernetes.Spoiling;

namespace Grainline.Architecture.Kubernetes;

/// <summary>The laws can be broken, and see it: one change at a time to what was rendered.</summary>
public sealed class SpoiledManifestTests
{
    /// <summary>By law; a law without an entry has not shown that it sees anything.</summary>
    private static readonly (string Law, string Variant, Action<Installation> Spoil)[] Spoilt =
    [
        (nameof(PodLaws.ProcessorIsNotLimited), "small", i => SiloContainer(i)["resources"]!["limits"]!["cpu"] = "2"),
        (nameof(PodLaws.ProcessorIsNotLimited), "small", i => SiloContainer(i)["resources"]!["limits"]!.AsObject().Remove("memory")),
        (nameof(PodLaws.NobodySpecial), "small", i => Pod(i, "grainline-gateway")["securityContext"]!["runAsNonRoot"] = false),
        (nameof(PodLaws.NobodySpecial), "small", i => Pod(i, "grainline-silo")["hostNetwork"] = true),
        (nameof(PodLaws.NothingToGain), "small", i => SiloContainer(i)["securityContext"]!["readOnlyRootFilesystem"] = false),
        (nameof(PodLaws.NothingToGain), "small", i => SiloContainer(i)["securityContext"]!["capabilities"]!["add"] = new JsonArray("NET_ADMIN")),
        (nameof(PodLaws.NothingToGain), "small", i => SiloContainer(i)["securityContext"]!["runAsUser"] = 0),
        (nameof(PodLaws.NoToken), "small", i => Pod(i, "grainline-silo").AsObject().Remove("automountServiceAccountToken")),
        (nameof(PodLaws.NoToken), "small", i => Pod(i, "grainline-silo")["serviceAccountName"] = "default"),
        (nameof(PodLaws.OneTemporaryFolder), "small", i => SiloContainer(i)["volumeMounts"]!.AsArray().RemoveAt(0)),
        (nameof(PodLaws.NoRights), "small", i => i.The("Namespace", "grainline").Json["kind"] = "ClusterRoleBinding"),
        (nameof(PodLaws.RestrictedNamespace), "small", i => i.The("Namespace", "grainline").Json["metadata"]!["labels"]!["pod-security.kubernetes.io/enforce"] = "baseline"),
        (nameof(RolloutLaws.NewBeforeOld), "small", i => Spec(i, "grainline-silo")["strategy"]!["rollingUpdate"]!["maxUnavailable"] = 1),
        (nameof(RolloutLaws.TimeToLeave), "small", i => Pod(i, "grainline-silo")["terminationGracePeriodSeconds"] = 130),
        (nameof(RolloutLaws.TimeToLeave), "small", i => SiloContainer(i)["lifecycle"]!["preStop"]!["sleep"]!["seconds"] = 40),
        (nameof(RolloutLaws.LivenessIsLocal), "small", i => SiloContainer(i)["livenessProbe"]!["httpGet"]!["path"] = "/health/ready"),
        (nameof(RolloutLaws.ReadinessIsQuick), "small", i => SiloContainer(i)["readinessProbe"]!["httpGet"]!["port"] = "http"),
        (nameof(RolloutLaws.StartIsPatient), "small", i => SiloContainer(i)["startupProbe"]!["failureThreshold"] = 3),
        (nameof(RolloutLaws.SpreadOut), "small", i => Pod(i, "grainline-gateway")["topologySpreadConstraints"]!.AsArray().RemoveAt(1)),
        (nameof(RolloutLaws.MigrationEnds), "small", i => i.The("Job", "grainline-migration").Pod!["restartPolicy"] = "OnFailure"),
        (nameof(NetworkLaws.DenyByDefault), "small", i => i.The("NetworkPolicy", "default-deny").Json["spec"]!["policyTypes"] = new JsonArray("Ingress")),
        (nameof(NetworkLaws.DoorsHaveOneUse), "small", i => Policy(i, "grainline-silo")["ingress"]![0]!["from"]![0]!["podSelector"] = new JsonObject()),
        (nameof(NetworkLaws.DoorsHaveOneUse), "small", i => Policy(i, "grainline-silo")["ingress"]![1]!.AsObject().Remove("ports")),
        (nameof(NetworkLaws.PortsAreServed), "small", i => SiloContainer(i)["ports"]![1]!["containerPort"] = 30001),
        (nameof(NetworkLaws.WaysOutAreNeeded), "small", i => Policy(i, "grainline-gateway")["egress"]![1]!["ports"]!.AsArray().Add(new JsonObject { ["port"] = 5432 })),
        (nameof(NetworkLaws.WaysOutAreNeeded), "large", i => Policy(i, "kafka")["egress"] = new JsonArray()),
        (nameof(NetworkLaws.WaysOutAreNarrow), "small", i => Policy(i, "grainline-silo")["egress"]![1]!.AsObject().Remove("to")),
        (nameof(NetworkLaws.WaysOutAreNarrow), "large", i => Policy(i, "attachments")["egress"]![1]!["to"]![0]!["ipBlock"]!.AsObject().Remove("except")),
        (nameof(DoorLaws.RoutesLeadToGateways), "small", i => Rule(i, 0)["backendRefs"]![0]!["port"] = 8081),
        (nameof(DoorLaws.SocketsAreNotCut), "small", i => Rule(i, 0)["timeouts"]!["request"] = "60s"),
        (nameof(DoorLaws.OperationsStayInside), "small", i => Rule(i, 1)["matches"]![0]!["path"]!["type"] = "PathPrefix"),
        (nameof(DoorLaws.OperationsStayInside), "small", i => Rule(i, 1)["matches"]!.AsArray().RemoveAt(1)),
        (nameof(DoorLaws.NoClassIsAssumed), "small", i => i.The("HTTPRoute", "grainline").Json["kind"] = "Ingress"),
        (nameof(DoorLaws.NoServiceBeforeSilos), "small", i => i.The("Service", "grainline-gateway").Json["spec"]!["selector"]!["app.kubernetes.io/name"] = "grainline-silo"),
        (nameof(ScalingLaws.OneDecides), "large", i => Spec(i, "grainline-gateway")["replicas"] = 3),
        (nameof(ScalingLaws.OneDecides), "large", i => i.The("HorizontalPodAutoscaler", "grainline-silo").Json["spec"]!["scaleTargetRef"]!["name"] = "grainline-gateway"),
        (nameof(ScalingLaws.TargetsExist), "large", i => i.The("ScaledObject", "grainline-gateway").Json["spec"]!["scaleTargetRef"]!["name"] = "gateway"),
        (nameof(ScalingLaws.EnoughToLoseOne), "large", i => i.The("ScaledObject", "grainline-gateway").Json["spec"]!.AsObject().Remove("minReplicaCount")),
        (nameof(ScalingLaws.EnoughToLoseOne), "small", i => Spec(i, "grainline-silo")["replicas"] = 2),
        (nameof(ScalingLaws.EvictionsLeaveEnough), "small", i => i.The("PodDisruptionBudget", "grainline-silo").Json["spec"]!["minAvailable"] = 3),
        (nameof(ScalingLaws.EvictionsLeaveEnough), "large", i => i.The("PodDisruptionBudget", "grainline-gateway").Json["spec"]!["maxUnavailable"] = 2),
        (nameof(ScalingLaws.UpFastDownSlowly), "large", i => i.The("HorizontalPodAutoscaler", "grainline-silo").Json["spec"]!["behavior"]!["scaleDown"]!["stabilizationWindowSeconds"] = 60),
        (nameof(ScalingLaws.BlindIsNotSmall), "large", i => i.The("ScaledObject", "grainline-gateway").Json["spec"]!.AsObject().Remove("fallback")),
        (nameof(ReferenceLaws.SelectorsMatch), "small", i => Spec(i, "grainline-gateway")["selector"]!["matchLabels"]!["app.kubernetes.io/name"] = "gateway"),
        (nameof(ReferenceLaws.SettingsExist), "small", i => SiloContainer(i)["envFrom"]![0]!["configMapRef"]!["name"] = "grainline-config"),
        (nameof(ReferenceLaws.SettingsExist), "small", i => Pod(i, "grainline-silo")["volumes"]!.AsArray().RemoveAt(1)),
        (nameof(ReferenceLaws.SecretsAreNotHere), "small", i => SiloContainer(i)["env"]!.AsArray().Add(new JsonObject { ["name"] = "Redis__Configuration", ["value"] = "redis:6379" })),
        (nameof(ReferenceLaws.SecretsAreNotHere), "small", i => i.Settings["Postgres__ConnectionString"] = "Host=postgres"),
        (nameof(ReferenceLaws.SecretsAreExplained), "small", i => SiloContainer(i)["env"]![1]!["valueFrom"]!["secretKeyRef"]!["key"] = "unheard-of"),
        (nameof(ReferenceLaws.ImagesHaveVersions), "small", i => SiloContainer(i)["image"] = "registry.example:5000/grainline/silo"),
        (nameof(ReferenceLaws.OneNamespace), "small", i => i.The("Service", "grainline-gateway").Json["metadata"]!["namespace"] = "default"),
    ];

    public static TheoryData<int, string> Cases => new(Spoilt.Select((spoilt, at) => (at, spoilt.Law)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Law_OfASpoiltInstallation_IsBroken(int at, string law)
    {
        var (_, variant, spoil) = Spoilt[at];
        Assert.NotEmpty(ManifestLaw.All[law].Breaks(Kustomize.Render(variant).With(spoil)));
    }

    [Fact]
    public void Laws_Any_HaveBeenBrokenOnce() => Assert.Empty(ManifestLaw.All.Keys.Except(Spoilt.Select(s => s.Law)));
}
