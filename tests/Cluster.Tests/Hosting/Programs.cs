using System.Reflection;
using Grainline.Testing.Postgres;

namespace Grainline.Cluster.Tests.Hosting;

/// <summary>What is run, and whether this machine has all of it.</summary>
internal static class Programs
{
    public static string Silo { get; } = Built("SiloPath");

    public static string Gateway { get; } = Built("GatewayPath");

    /// <summary>Null when everything is there.</summary>
    public static string? Missing =>
        PostgresInstallation.Find() is null ? PostgresInstallation.HowToInstall
        : !IsInstalled("redis-server") || !IsInstalled("redis-cli") ? RedisServer.HowToInstall
        : !IsInstalled("haproxy") ? LoadBalancer.HowToInstall
        : null;

    private static bool IsInstalled(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/local/sbin".Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Built(string name) => typeof(Programs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == name).Value!;
}
