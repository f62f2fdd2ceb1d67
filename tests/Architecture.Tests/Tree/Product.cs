using System.Reflection;
using Grainline.Blobs;
using Grainline.Conversations;
using Grainline.Gateway.Hosting;
using Grainline.Hosting;
using Grainline.Journal;
using Grainline.Silo.Hosting;

namespace Grainline.Architecture.Tree;

/// <summary>The compiled assemblies.</summary>
internal static class Product
{
    public static readonly Assembly Abstractions = typeof(ConversationKey).Assembly;
    public static readonly Assembly Grains = typeof(GrainsServiceCollectionExtensions).Assembly;
    public static readonly Assembly Journal = typeof(IJournal).Assembly;
    public static readonly Assembly Blobs = typeof(IBlobStore).Assembly;
    public static readonly Assembly Gateway = typeof(GatewayHosting).Assembly;
    public static readonly Assembly Silo = typeof(SiloOptions).Assembly;

    /// <summary>All but the grain runtime, which speaks in Orleans' words.</summary>
    public static readonly Assembly[] All = [Abstractions, Grains, Journal, Blobs, Gateway, Silo];

    /// <summary>Types that a person named.</summary>
    public static IEnumerable<Type> Named(params Assembly[] assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.Name.StartsWith('<') && type.Namespace?.StartsWith("Grainline", StringComparison.Ordinal) == true);
}
