using Grainline.Runtime.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Runtime.Tests.Activations;

/// <summary>A silo with a life book.</summary>
internal static class LifeCluster
{
    internal static Task<ConformanceCluster> StartAsync() => ConformanceCluster.StartAsync(static silo => silo.Services.AddSingleton<LifeBook>());

    internal static LifeBook Book(ConformanceCluster cluster) => cluster.Services.GetRequiredService<LifeBook>();

    internal static T Grain<T>(ConformanceCluster cluster, out string key) where T : ILifeGrain => cluster.Grains.GetGrain<T>(key = Guid.NewGuid().ToString());
}
