using System.ComponentModel.DataAnnotations;

namespace Grainline.Push;

/// <summary>How this silo pushes to gateways.</summary>
public sealed class PushOptions
{
    /// <summary>Lanes per gateway. More lanes send more batches at once; order holds within a conversation only.</summary>
    [Range(1, 64)]
    public int LanesPerGateway { get; set; } = 8;

    /// <summary>Pushes a lane holds while its gateway is busy. Beyond it pushes are dropped and their clients are told to resync.</summary>
    [Range(16, 1_000_000)]
    public int LaneCapacity { get; set; } = 8_192;

    /// <summary>Pushes of one batch at most.</summary>
    [Range(1, 4_096)]
    public int BatchItems { get; set; } = 256;

    /// <summary>Characters of message text of one batch at most: keeps a batch near 64 KB.</summary>
    [Range(1_024, 1_048_576)]
    public int BatchCharacters { get; set; } = 32_768;

    /// <summary>A gateway that has not taken a batch after this is treated as having lost it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan BatchTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Consecutive failures after which a lane is forgotten; its gateway's leases run out by themselves.</summary>
    [Range(1, 1_000)]
    public int FailuresBeforeForgetting { get; set; } = 20;
}
