using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Grainline.Gateway.Hosting;

internal static class ProxyHeaders
{
    public static IServiceCollection AddProxyHeaders(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration("Proxy")
            .Validate(proxy => proxy.Trusted.All(network => IPNetwork.TryParse(network, out _)), "Proxy:Trusted holds networks such as 10.0.0.0/8.").ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxy) =>
        {
            headers.ForwardedHeaders = proxy.Value.Trusted.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var network in proxy.Value.Trusted)
                headers.KnownIPNetworks.Add(IPNetwork.Parse(network));
        });
        return services;
    }
}
