using System.Reflection;

namespace Grainline.Browser.Tests.Hosting;

/// <summary>Where the build put things.</summary>
internal static class Places
{
    public static string Silo { get; } = Told("SiloPath");

    public static string Repository { get; } = Told("RepositoryRoot");

    /// <summary>The official client as a bundle for Node.</summary>
    public static string Client { get; } = Path.Combine(Repository, "src", "Web", "dist", "client", "index.js");

    public static string Driver(string name) => Path.Combine(Repository, "tests", "Browser.Tests", "drivers", name);

    private static string Told(string key) => typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
