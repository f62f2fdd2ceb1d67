using System.Net;
using System.Net.Sockets;
using Grainline.Gateway.Hosting;
using Orleans.Configuration;

namespace Grainline.Silo.Hosting;

/// <summary>Where the others reach this silo, and where it listens.</summary>
internal static class SiloEndpoints
{
    public static void Apply(SiloEndpointOptions asked, EndpointOptions endpoints)
    {
        var address = Advertised(asked);
        // One that is reached on this machine alone listens there alone.
        var listening = IPAddress.IsLoopback(address) ? address : IPAddress.Any;
        endpoints.AdvertisedIPAddress = address;
        (endpoints.SiloPort, endpoints.GatewayPort) = (asked.SiloPort, asked.GatewayPort);
        endpoints.SiloListeningEndpoint = new(listening, asked.SiloPort);
        endpoints.GatewayListeningEndpoint = new(listening, asked.GatewayPort);
    }

    private static IPAddress Advertised(SiloEndpointOptions asked)
    {
        var said = asked.AdvertisedIPAddress ?? Environment.GetEnvironmentVariable("POD_IP");
        return string.IsNullOrEmpty(said)
            ? Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork).FirstOrDefault(own => !IPAddress.IsLoopback(own)) ?? IPAddress.Loopback
            : IPAddress.Parse(said);
    }
}
