using System.ComponentModel.DataAnnotations;

namespace Grainline.Routing;

/// <summary>How queues behave.</summary>
public sealed class RoutingOptions
{
    /// <summary>An agent that has not said anything for this long is left out; keep it above three times the agents' own interval.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan BelieveAgentsFor { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>When nobody else is free, an agent that let an offer pass is asked for the same conversation again after this.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often places in line are told, if they have changed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan TellPlacesEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Only this many at the head of the line are told each change of place; the others hear it when they assert themselves.</summary>
    [Range(1, 10_000)]
    public int PlacesTold { get; set; } = 100;
}
