using System.Reflection;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Grainline.Runtime.Hosting;

/// <summary>Finds the grain classes of all assemblies that are loaded, or referenced by them, and know this runtime.</summary>
internal sealed class GrainClassScan : IConfigureOptions<GrainTypeOptions>
{
    private static readonly string Self = typeof(Grain).Assembly.GetName().Name!;

    public void Configure(GrainTypeOptions options)
    {
        foreach (var type in Assemblies().SelectMany(a => a.GetTypes()).Where(IsGrainClass))
            options.Classes.Add(type);
    }

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && type.IsAssignableTo(typeof(IGrainBase)) && type.IsAssignableTo(typeof(IAddressable));

    // References are followed because the loader is lazy: the grains' assembly may not have been touched yet.
    private static List<Assembly> Assemblies()
    {
        var found = new List<Assembly>();
        var seen = new HashSet<string>();
        var next = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic));
        while (next.TryDequeue(out var assembly))
        {
            if (!seen.Add(assembly.FullName!))
                continue;
            var references = assembly.GetReferencedAssemblies();
            if (!references.Any(r => r.Name == Self))
                continue;
            found.Add(assembly);
            foreach (var reference in references.Where(r => !IsPlatform(r)))
            {
                if (TryLoad(reference) is { } loaded)
                    next.Enqueue(loaded);
            }
        }
        return found;
    }

    // What is referenced but not deployed cannot hold a grain that anybody uses.
    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static bool IsPlatform(AssemblyName name) =>
        name.Name!.StartsWith("System", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft", StringComparison.Ordinal);
}
