using System.Net;
using Orleans.Configuration;
using Orleans.Hosting;
using StackExchange.Redis;

namespace Grainline.Gateway.Hosting;

/// <summary>How a gateway reaches the silos.</summary>
internal static class GatewayLink
{
    public static void AddSilos(this WebApplicationBuilder builder)
    {
        var cluster = builder.AddClusterSettings();
        builder.UseOrleansClient(client => client
            .AddActivityPropagation()
            .ConfigureServices(static services => services.SendAllExceptions())
            .Configure<ClusterOptions>(cluster.Name)
            .Configure<ClientMessagingOptions>(static calls => (calls.CancelRequestOnTimeout, calls.ResponseTimeout) = (true, ClusterSettings.Patience))
            // How soon a new silo is used and a restarted cluster is found again; a minute by default.
            .Configure<GatewayOptions>(static silos => silos.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5))
            .UseConnectionRetryFilter<SilosAwaited>()
            .AddGatewayCountChangedHandler(static services => (_, change) => services.GetRequiredService<Readiness>().Reaches(change.NumberOfConnectedGateways))
            .UseMembership(cluster)
            .UseTls(cluster.Tls));
    }

    private static IClientBuilder UseMembership(this IClientBuilder client, ClusterSettings cluster) => cluster.Membership.Membership switch
    {
        MembershipStore.Redis => client.UseRedisClustering(redis => redis.ConfigurationOptions = ConfigurationOptions.Parse(cluster.Redis!)),
        MembershipStore.PostgreSQL => client.UseAdoNetClustering(store => (store.Invariant, store.ConnectionString) = (ClusterSettings.Npgsql, cluster.Postgres)),
        _ => client.UseStaticClustering(new IPEndPoint(IPAddress.Loopback, cluster.Endpoints.GatewayPort)),
    };
}
