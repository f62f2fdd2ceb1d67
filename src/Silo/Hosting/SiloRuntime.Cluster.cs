using Grainline.Gateway.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Grainline.Silo.Hosting;

internal static class SiloRuntime
{
    /// <summary>Grains run in this silo and its siblings.</summary>
    public static void AddGrainRuntime(this WebApplicationBuilder builder)
    {
        var cluster = builder.AddClusterSettings();
        builder.UseOrleans(silo => silo
            .AddActivityPropagation()
            .ConfigureServices(static services => services.SendAllExceptions())
            .Configure<Orleans.Configuration.ClusterOptions>(cluster.Name)
            .Configure<EndpointOptions>(endpoints => SiloEndpoints.Apply(cluster.Endpoints, endpoints))
            .Configure<ClusterMembershipOptions>(liveness => SiloLiveness.Apply(cluster.Membership, liveness))
            .Configure<SiloMessagingOptions>(Hurry)
            .UseMembership(cluster)
            .UseTls(cluster.Tls)
            .UseBalancing()
            .UseDashboard());
    }

    private static void Hurry(SiloMessagingOptions calls)
    {
        (calls.CancelRequestOnTimeout, calls.ResponseTimeout) = (true, ClusterSettings.Patience);
        // Gateways hear that this silo leaves and send to the others before it stops listening; by default it would not wait for them.
        calls.ClientGatewayShutdownNotificationTimeout = TimeSpan.FromSeconds(2);
        // Answers that are under way still go out; by default they would be dropped.
        calls.WaitForMessageToBeQueuedForOutboundTime = TimeSpan.FromSeconds(1);
    }
}
