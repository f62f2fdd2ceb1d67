using System.Net;
using System.Net.Sockets;
using Orleans.Hosting;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>One Orleans silo per test, a cluster of its own on two free ports.</summary>
internal static class SiloSetup
{
    internal static void Configure(ISiloBuilder silo)
    {
        var cluster = Guid.NewGuid().ToString("N");
        silo.UseLocalhostClustering(FreePort(), FreePort(), serviceId: cluster, clusterId: cluster);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
