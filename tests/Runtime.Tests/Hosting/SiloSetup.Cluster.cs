using System.Net;
using System.Net.Sockets;
using Grainline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>One Orleans silo per test, a cluster of its own on two free ports.</summary>
internal static class SiloSetup
{
    /// <summary>How long calls wait in tests of time-outs: real time, which the packages measure by a stopwatch of their own.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Idle ages are real time as well, in minutes at least.</summary>
    internal static readonly string? WhyNoCollection = "The packages measure idle ages by the machine's clock.";

    /// <summary>Where a grain would go there is nothing.</summary>
    internal static readonly string? WhyNoMigration = "A silo of the packages that is alone has nowhere to send a grain; tests/Cluster.Tests has three.";

    internal static void Configure(ISiloBuilder silo)
    {
        var cluster = Guid.NewGuid().ToString("N");
        silo.UseLocalhostClustering(FreePort(), FreePort(), serviceId: cluster, clusterId: cluster);
        silo.Configure<SiloMessagingOptions>(static calls => calls.CancelRequestOnTimeout = true);

        // Only grains live by the test's clock: a silo that saw its own stand still or leap would take itself for dead.
        silo.Services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, static (services, _) => services.GetRequiredService<TimeProvider>());
    }

    /// <summary>A call that has been made will time out by itself.</summary>
    internal static Task PassTimeout(ManualTimeProvider clock, TimeSpan timeout)
    {
        clock.Advance(timeout);
        return Task.CompletedTask;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
