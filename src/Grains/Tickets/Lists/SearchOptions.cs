using System.ComponentModel.DataAnnotations;

namespace Grainline.Tickets.Lists;

/// <summary>What a search may cost.</summary>
public sealed class SearchOptions
{
    /// <summary>A search that takes longer is cut: it answers with what it has when that is a page, and is refused otherwise. Longer lets vaguer questions through, and others wait for them.</summary>
    [Range(10, 60_000)]
    public int BudgetMilliseconds { get; set; } = 150;

    /// <summary>Texts that are ranked at once, the newest that match. More find better matches among common words and cost time.</summary>
    [Range(50, 10_000)]
    public int Candidates { get; set; } = 200;
}
