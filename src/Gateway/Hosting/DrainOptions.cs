using System.ComponentModel.DataAnnotations;

namespace Grainline.Gateway.Hosting;

/// <summary>How a gateway leaves. Section <c>Drain</c>.</summary>
public sealed class DrainOptions
{
    /// <summary>How long the last frames get to reach their clients before the sockets are cut.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Clients are asked to come back after a random part of this, so that the others do not meet all of them at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ReturnSpread { get; set; } = TimeSpan.FromSeconds(3);
}
