using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Authentication;

/// <summary>Demonstration accounts have a password that everybody knows. Section <c>Demo</c>.</summary>
public sealed class DemoOptions
{
    /// <summary>Lets demonstration accounts in from other machines. Anybody who reaches the port can then log in with the published password.</summary>
    public bool AllowRemote { get; set; }
}

/// <summary>
/// Decides whether a demonstration account may be used: only when the server listens on loopback alone and the caller comes from there. Both are asked,
/// because behind a reverse proxy every caller seems to come from loopback.
/// </summary>
public sealed class DemoGuard(IServer server, IOptions<DemoOptions> options)
{
    public bool Allows(IPAddress? remote) => options.Value.AllowRemote || (ListensOnLoopbackOnly && remote is not null && IPAddress.IsLoopback(remote));

    public bool AllowedHere => options.Value.AllowRemote || ListensOnLoopbackOnly;

    private bool ListensOnLoopbackOnly =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses && addresses.All(IsLoopback);

    internal static bool IsLoopback(string address)
    {
        var host = BindingAddress.Parse(address).Host.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
