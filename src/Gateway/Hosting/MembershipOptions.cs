using System.ComponentModel.DataAnnotations;

namespace Grainline.Gateway.Hosting;

/// <summary>How the processes of a cluster find each other. Section <c>Cluster</c>.</summary>
public sealed class MembershipOptions
{
    /// <summary>Where silos write down that they live, and gateways look for them: <c>Redis</c>, <c>PostgreSQL</c>, or <c>Localhost</c> for one silo on one machine.</summary>
    public MembershipStore Membership { get; set; }

    /// <summary>How often silos look after each other, and how long an answer may take. Shorter finds a dead silo sooner and takes a slow one for dead.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:01:00")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>A silo that misses so many probes in a row is voted dead.</summary>
    [Range(2, 20)]
    public int MissedProbes { get; set; } = 3;
}

public enum MembershipStore
{
    Redis,
    PostgreSQL,
    Localhost,
}
