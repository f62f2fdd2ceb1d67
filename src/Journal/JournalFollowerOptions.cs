using System.ComponentModel.DataAnnotations;

namespace Grainline.Journal;

/// <summary>How a projection follows the journal.</summary>
public sealed class JournalFollowerOptions
{
    /// <summary>Entries handed over at once, at most. Larger batches make a rebuild faster and a retry after a failure dearer.</summary>
    [Range(1, JournalArguments.MaxPage)]
    public int BatchSize { get; set; } = 500;

    /// <summary>
    /// Pause after having caught up, in which new entries gather: a busy journal costs a projection one checkpoint per pause instead of one
    /// per commit, and the projection is that much behind.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan GatherDelay { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Pause after a first failure; doubles with each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause between attempts. A projection never gives up: it is late, visibly, until its cause is repaired.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromSeconds(30);
}
