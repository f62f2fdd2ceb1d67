namespace Grainline.Gateway.Hosting;

/// <summary>Which reverse proxies are believed. Section <c>Proxy</c>.</summary>
public sealed class ProxyOptions
{
    /// <summary>
    /// Networks such as <c>10.0.0.0/8</c> whose <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed. Without the proxy in it, every caller seems
    /// to come from the proxy's address and pages served by https seem foreign. Whoever is in it can claim any address.
    /// </summary>
    public string[] Trusted { get; set; } = [];
}
