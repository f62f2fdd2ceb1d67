using System.ComponentModel.DataAnnotations;

namespace Grainline.Tickets.Work;

/// <summary>How merges, splits, transfers and bulk runs go on.</summary>
public sealed class TicketWorkOptions
{
    /// <summary>A merge, split, transfer or bulk run that was cut off goes on after this. A ticket that takes part in a merge, split or transfer stands still until then.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ResumeAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Tickets that a bulk run changes at once. More are done sooner and leave less room to everybody else.</summary>
    [Range(1, 256)]
    public int BulkAtOnce { get; set; } = 8;

    /// <summary>A bulk run writes down how far it is after so many tickets. Larger saves entries; after a crash so many are asked again whether they were changed.</summary>
    [Range(1, 1_000)]
    public int BulkChunk { get; set; } = 100;

    /// <summary>Whoever watches a bulk run is told at most this often.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:10")]
    public TimeSpan BulkTell { get; set; } = TimeSpan.FromMilliseconds(200);
}
