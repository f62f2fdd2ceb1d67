using System.ComponentModel.DataAnnotations;

namespace Grainline.Tickets.Numbers;

/// <summary>How ticket numbers are reserved.</summary>
public sealed class TicketNumberOptions
{
    /// <summary>Numbers reserved at once while tickets come slowly; so many at most are left out after a crash.</summary>
    [Range(1, 10_000)]
    public int Block { get; set; } = 100;

    /// <summary>A block that lasts less than a second is followed by one twice as large, up to this. Larger writes less often in a rush and leaves out more after a crash.</summary>
    [Range(1, 1_000_000)]
    public int LargestBlock { get; set; } = 10_000;
}
