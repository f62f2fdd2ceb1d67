using Orleans.Configuration;

namespace Grainline.Gateway.Hosting;

/// <summary>What silos and gateways of a cluster have in common.</summary>
public static class ClusterSetup
{
    /// <summary>The settings, checked, and the same as options of the process.</summary>
    public static ClusterSettings AddClusterSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClusterNameOptions>().BindConfiguration("Orleans");
        builder.Services.AddOptions<MembershipOptions>().BindConfiguration("Cluster");
        builder.Services.AddOptions<SiloEndpointOptions>().BindConfiguration("Orleans:Endpoints");
        builder.Services.AddOptions<LinkTlsOptions>().BindConfiguration("Tls");
        builder.Services.AddOptions<RedisOptions>().BindConfiguration("Redis");
        return ClusterSettings.Read(builder.Configuration);
    }

    public static void Name(this ClusterSettings cluster, ClusterOptions options) =>
        (options.ClusterId, options.ServiceId) = (cluster.Identity.ClusterId, cluster.Identity.ServiceId);
}
