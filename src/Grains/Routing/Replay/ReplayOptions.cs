using System.ComponentModel.DataAnnotations;

namespace Grainline.Routing.Replay;

/// <summary>What a replay may cost. One runs at a time in a process, beside the serving.</summary>
public sealed class ReplayOptions
{
    /// <summary>A window with more conversations is refused.</summary>
    [Range(1, 1_000_000)]
    public int Conversations { get; set; } = 50_000;

    /// <summary>Journal entries that are read for it, of the queue and its agents together; a longer history is refused.</summary>
    [Range(1_000, 100_000_000)]
    public int Entries { get; set; } = 2_000_000;

    /// <summary>The longest window.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "366.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(31);

    /// <summary>Resamples behind the confidence intervals; fewer are faster and rougher.</summary>
    [Range(50, 10_000)]
    public int Resamples { get; set; } = 300;
}
