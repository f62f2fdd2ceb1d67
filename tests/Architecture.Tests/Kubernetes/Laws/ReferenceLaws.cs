using Grainline.Architecture.Kubernetes.Rendering;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Kubernetes.Laws;

/// <summary>What names something names something that is there.</summary>
internal static class ReferenceLaws
{
    private static readonly string[] Secret = ["Configuration", "ConnectionString", "Password", "AccessKey", "SecretKey", "Token"];

    public static readonly ManifestLaw SelectorsMatch = new("A Deployment selects its own pods and no others'.", installation =>
        from d in installation.Deployments
        let selector = d.Json.Map("spec.selector.matchLabels").ToArray()
        where selector.Length == 0 || !selector.Selects(d.PodLabels) || installation.Workloads.Count(w => selector.Selects(w.PodLabels)) != 1
        select d.ToString());

    public static readonly ManifestLaw SettingsExist = new("Settings and volumes that a pod takes from somewhere are there.", installation =>
        from w in installation.Workloads
        from missing in w.Containers.SelectMany(c => c.List("envFrom")).Select(e => e.Text("configMapRef.name")).Where(name => installation.Of("ConfigMap").All(m => m.Name != name))
            .Concat(w.Pod.List("volumes").Select(v => v.Text("persistentVolumeClaim.claimName")).Where(name => name is not null && installation.Of("PersistentVolumeClaim").All(c => c.Name != name)))
            .Concat(w.Containers.SelectMany(c => c.List("volumeMounts")).Select(m => m.Text("name")).Where(name => w.Pod.List("volumes").All(v => v.Text("name") != name)))
        select $"{w}: {missing ?? "something without a name"}");

    public static readonly ManifestLaw SecretsAreNotHere = new("No secret's value stands in a manifest: pods take them from Secrets that somebody else makes.", installation =>
        installation.Of("Secret").Select(s => s.ToString())
            .Concat(installation.Settings.Select(pair => pair.Key).Where(key => Secret.Any(word => key.EndsWith(word, StringComparison.OrdinalIgnoreCase))))
            .Concat(installation.Containers.SelectMany(c => c.Container.List("env")).Where(e => e.At("value") is not null).Select(e => $"{e.Text("name")} has its value in the open")));

    public static readonly ManifestLaw SecretsAreExplained = new("docs/kubernetes.md names every Secret with its keys.", installation =>
        from w in installation.Workloads
        from need in w.Containers.SelectMany(c => c.List("env")).Select(e => e.At("valueFrom.secretKeyRef")).Where(s => s is not null).Select(s => (Name: s.Text("name"), Key: s.Text("key")))
            .Concat(w.Pod.List("volumes").Select(v => v.Text("secret.secretName")).Where(name => name is not null).Select(name => (Name: name, Key: (string?)"tls.crt")))
        where !Repository.Read("docs/kubernetes.md").Split('\n').Any(line => line.Contains($"`{need.Name}`", StringComparison.Ordinal) && line.Contains($"`{need.Key}`", StringComparison.Ordinal))
        select $"{need.Name} {need.Key}");

    public static readonly ManifestLaw ImagesHaveVersions = new("An image has a registry and a version that does not move.", installation =>
        from c in installation.Containers
        let image = c.Container.Text("image") ?? ""
        where !image.Contains('/') || (!image.Contains('@') && (!image.Split('/')[^1].Contains(':') || image.EndsWith(":latest", StringComparison.Ordinal)))
        select $"{c.Owner}: {image}");

    public static readonly ManifestLaw OneNamespace = new("Everything that has a namespace has the same one.", installation =>
        installation.Manifests.Where(m => m.Kind is not "Namespace" && m.Json.Text("metadata.namespace") != "grainline").Select(m => m.ToString()));
}
