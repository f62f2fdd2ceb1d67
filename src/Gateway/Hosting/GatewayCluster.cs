using Orleans.Configuration;
using Orleans.Hosting;

namespace Grainline.Gateway.Hosting;

/// <summary>How a gateway that runs by itself reaches the silos. Section <c>Orleans</c> names the cluster and the store of its membership.</summary>
internal static class GatewayCluster
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static void AddCluster(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.UseOrleansClient(static client => client
            .AddActivityPropagation()
            .Configure<ClientMessagingOptions>(static calls => calls.CancelRequestOnTimeout = true)
            .UseConnectionRetryFilter(KeepTrying));
    }

    // Gateways and silos start in any order.
    private static async Task<bool> KeepTrying(Exception exception, CancellationToken stopping)
    {
        await Task.Delay(Pause, TimeProvider.System, stopping);
        return true;
    }
}
