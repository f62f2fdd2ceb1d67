using Orleans.Configuration;
using Orleans.Hosting;

namespace Grainline.Silo.Hosting;

internal static class SiloRuntime
{
    /// <summary>Grains run in this silo and its siblings. Section <c>Orleans</c> names the cluster, the store of its membership and this silo's addresses.</summary>
    public static void AddGrainRuntime(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.UseOrleans(static silo => silo
            .AddActivityPropagation()
            .Configure<SiloMessagingOptions>(static calls => calls.CancelRequestOnTimeout = true)
            .UseBalancing());
    }
}
