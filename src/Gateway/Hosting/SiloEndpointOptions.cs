using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Grainline.Gateway.Hosting;

/// <summary>Where the others reach a silo. Section <c>Orleans:Endpoints</c>.</summary>
public sealed class SiloEndpointOptions : IValidatableObject
{
    /// <summary>The address that it tells the others; without it the environment's <c>POD_IP</c>, without that the machine's first one. It listens on every address, with a loopback one on that alone.</summary>
    public string? AdvertisedIPAddress { get; set; }

    /// <summary>For other silos. Nobody else may reach it.</summary>
    [Range(1, 65_535)]
    public int SiloPort { get; set; } = 11_111;

    /// <summary>For gateways. Nobody else may reach it: without <c>Tls</c> it asks for no password.</summary>
    [Range(1, 65_535)]
    public int GatewayPort { get; set; } = 30_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AdvertisedIPAddress is { Length: > 0 } text && !IPAddress.TryParse(text, out _))
            yield return new("Orleans:Endpoints:AdvertisedIPAddress is no address.");
    }
}
