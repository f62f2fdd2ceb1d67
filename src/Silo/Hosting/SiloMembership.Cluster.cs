using System.Net;
using Grainline.Gateway.Hosting;
using Orleans.Hosting;
using StackExchange.Redis;

namespace Grainline.Silo.Hosting;

/// <summary>Where silos write down that they live.</summary>
internal static class SiloMembership
{
    public static ISiloBuilder UseMembership(this ISiloBuilder silo, ClusterSettings cluster) => cluster.Membership.Membership switch
    {
        MembershipStore.Redis => silo.UseRedisClustering(redis => redis.ConfigurationOptions = ConfigurationOptions.Parse(cluster.Redis!)),
        MembershipStore.PostgreSQL => silo.UseAdoNetClustering(store => (store.Invariant, store.ConnectionString) = (ClusterSettings.Npgsql, cluster.Postgres)),
        _ => silo.UseDevelopmentClustering(new IPEndPoint(IPAddress.Loopback, cluster.Endpoints.SiloPort)),
    };
}
