using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Grainline.Balancing;

/// <summary>For runtimes with more than one silo.</summary>
public static class BalancingServiceCollectionExtensions
{
    /// <summary>Counts this silo's calls and reports them to the balancer. Register it after the silo, so that it ends before it.</summary>
    /// <typeparam name="TSilo">The runtime's side.</typeparam>
    public static IServiceCollection AddSiloBalancing<TSilo>(this IServiceCollection services)
        where TSilo : class, IBalancedSilo =>
        services.AddSingleton<IBalancedSilo, TSilo>()
            .AddSingleton<CallRates>().AddSingleton<IIncomingGrainCallFilter>(provider => provider.GetRequiredService<CallRates>())
            .AddHostedService<SiloReporter>();
}
