using System.Net;
using Grainline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>Orleans silos of one process that are a cluster of their own, each on two free ports. The first keeps the membership.</summary>
internal sealed class SiloGroup
{
    private readonly string _cluster = Guid.NewGuid().ToString("N");
    private IPEndPoint? _first;

    /// <summary>How many silos the grains of a test live on, where a fixture can start several; by the environment, 1 by default.</summary>
    internal static int Size { get; } = int.TryParse(Environment.GetEnvironmentVariable("GRAINLINE_TEST_SILOS"), out var silos) ? Math.Max(1, silos) : 1;

    internal void Configure(ISiloBuilder silo)
    {
        var port = Loopback.FreePort();
        silo.UseLocalhostClustering(port, Loopback.FreePort(), _first, serviceId: _cluster, clusterId: _cluster);
        _first ??= new IPEndPoint(IPAddress.Loopback, port);
        silo.Configure<SiloMessagingOptions>(static calls => calls.CancelRequestOnTimeout = true);

        // Only grains live by the test's clock: a silo that saw its own stand still or leap would take itself for dead.
        silo.Services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, static (services, _) => services.GetRequiredService<TimeProvider>());
    }
}
