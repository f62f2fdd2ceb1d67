using System.Reflection;
using Grainline.Architecture.Kubernetes.Rendering;

namespace Grainline.Architecture.Kubernetes.Laws;

/// <summary>What must hold for every overlay.</summary>
/// <param name="Says">The law in a sentence.</param>
/// <param name="Breaks">Where it is broken: nothing when it holds.</param>
internal sealed record ManifestLaw(string Says, Func<Installation, IEnumerable<string>> Breaks)
{
    private static readonly Type[] Books = [typeof(PodLaws), typeof(RolloutLaws), typeof(NetworkLaws), typeof(DoorLaws), typeof(ScalingLaws), typeof(ReferenceLaws)];

    /// <summary>By the name of their field.</summary>
    public static IReadOnlyDictionary<string, ManifestLaw> All { get; } =
        Books.SelectMany(book => book.GetFields(BindingFlags.Static | BindingFlags.Public)).ToDictionary(field => field.Name, field => (ManifestLaw)field.GetValue(null)!);
}
