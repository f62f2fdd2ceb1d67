using System.ComponentModel.DataAnnotations;

namespace Grainline.Gateway.Hosting;

/// <summary>Which cluster a process belongs to: the same in all of its silos and gateways. Section <c>Orleans</c>.</summary>
public sealed class ClusterNameOptions
{
    /// <summary>Silos and gateways with another one do not see each other. A new one for a second cluster on the same stores, never shared between environments.</summary>
    [Required]
    public string ClusterId { get; set; } = "grainline";

    /// <summary>Part of every stored grain state: never change it.</summary>
    [Required]
    public string ServiceId { get; set; } = "grainline";
}
