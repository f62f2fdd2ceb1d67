using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Kubernetes.Rendering;

/// <summary>What <c>kustomize build</c>, or the same inside kubectl, makes of a folder.</summary>
internal static class Kustomize
{
    private static readonly ConcurrentDictionary<string, Lazy<Installation>> Rendered = new();
    private static readonly string[][] Programs = [["kustomize", "build"], ["kubectl", "kustomize"]];

    /// <summary>Overlays as they are, and what else can be put together from the components: those that the overlays leave out come in here.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Variants = new Dictionary<string, string[]>
    {
        ["small"] = [],
        ["large"] = [],
        ["small and stores elsewhere"] = ["postgres-membership", "external-stores"],
        ["small and everything"] = ["external-stores", "kafka", "tls", "prometheus", "autoscaling"],
    };

    public static string Folder => Path.Combine(Repository.Root, "k8s");

    public static Installation Render(string variant) => Rendered.GetOrAdd(variant, name => new(() => Make(name))).Value;

    private static Installation Make(string variant)
    {
        var overlay = Path.Combine(Folder, "overlays", variant.Split(' ')[0]);
        if (Variants[variant] is not { Length: > 0 } components)
            return new(variant, Build(overlay));
        var folder = Directory.CreateTempSubdirectory("grainline-overlay-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "kustomization.yaml"),
                $"namespace: grainline\nresources: [{Path.GetRelativePath(folder, overlay)}]\ncomponents:\n{string.Concat(components.Select(c => $"- {Path.GetRelativePath(folder, Path.Combine(Folder, "components", c))}\n"))}");
            return new(variant, Build(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<Manifest> Build(string folder)
    {
        foreach (var program in Programs)
        {
            if (Run(program, folder) is not { } run)
                continue;
            if (run.Error.Contains("unknown field \"components\"", StringComparison.Ordinal))
                continue;
            Assert.True(run.ExitCode == 0, $"{program[0]} refuses {folder}: {run.Error}");
            return [.. YamlText.Documents(run.Output).Select(document => new Manifest(document))];
        }

        Assert.Skip("Neither kustomize 4.1 nor kubectl 1.21 or later is on the PATH: what the folders of k8s/ make cannot be looked at.");
        return [];
    }

    private static (int ExitCode, string Output, string Error)? Run(string[] program, string folder)
    {
        var start = new ProcessStartInfo(program[0], [program[1], folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
