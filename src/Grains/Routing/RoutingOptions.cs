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

    /// <summary>How often places in line and pictures of the queue are told, if they have changed, and rings, hours and shifts are looked at.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan TellPlacesEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Only this many at the head of the line are told each change of place; the others hear it when they assert themselves.</summary>
    [Range(1, 10_000)]
    public int PlacesTold { get; set; } = 100;

    /// <summary>Agents of one queue that may be asked at the same time. More use slow agents' time better; answers wait for those before them, up to 2 s.</summary>
    [Range(1, 1_000)]
    public int AsksInFlight { get; set; } = 32;

    /// <summary>How much older a conversation counts for each step of priority. Everybody ages at the same pace, so nobody waits longer than this for the sake of one step.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan HeadStart { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>An offer this long past its expiry is forgotten by its queue; keep it above the conversations' own interval, or a conversation that waits may lose its answer's figures.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan ForgetOffersAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Writes each decision to the log, at level information: ids, scores and reasons, nobody's name or words.</summary>
    public bool Trace { get; set; }
}
