using System.ComponentModel.DataAnnotations;

namespace Grainline.Tickets;

/// <summary>How tickets behave.</summary>
public sealed class TicketOptions
{
    /// <summary>Request ids kept in memory per active ticket. A ticket that was changed before it became active costs a look-up in the journal for each new one.</summary>
    [Range(10, 100_000)]
    public int RecentIds { get; set; } = 100;

    /// <summary>After this a new link, or the word to a conversation that a ticket was made from it, is said once more, in case the first was lost with the process.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan RepeatLinks { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A transition by time whose guards do not hold is tried again after this.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan RetryGuards { get; set; } = TimeSpan.FromHours(1);
}
