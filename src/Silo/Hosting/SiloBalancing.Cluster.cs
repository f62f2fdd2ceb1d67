using Grainline.Balancing;
using Orleans.Hosting;

namespace Grainline.Silo.Hosting;

internal static class SiloBalancing
{
    /// <summary>Counts and reports this silo's load and moves what is too much; section <c>Balancing</c>. What the packages bring themselves is off unless asked for.</summary>
    public static ISiloBuilder UseBalancing(this ISiloBuilder silo)
    {
        var options = silo.Configuration.GetSection("Balancing").Get<BalancingOptions>() ?? new();
        silo.Services.AddSiloBalancing<BalancedSilo>();

        // Both are marked as experimental in 10.x, which is why each has a flag of its own and neither is on.
#pragma warning disable ORLEANSEXP001, ORLEANSEXP002
        if (options.Repartitioner)
            silo.AddActivationRepartitioner();
        if (options.Rebalancer)
            silo.AddActivationRebalancer();
#pragma warning restore ORLEANSEXP001, ORLEANSEXP002
        return silo;
    }
}
