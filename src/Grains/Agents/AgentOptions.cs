using System.ComponentModel.DataAnnotations;

namespace Grainline.Agents;

/// <summary>How agents behave.</summary>
public sealed class AgentOptions
{
    /// <summary>Without a gateway's lease for this long, an agent that is not offline is taken offline. Shorter notices lost agents sooner; keep it above a page reload.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan PresenceGrace { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>An agent that is offline and gone for this long loses its conversations to their queues.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan ReturnConversationsAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Offers missed in a row before the agent is set to away; 0 never does.</summary>
    [Range(0, 100)]
    public int MissedOffersBeforeAway { get; set; } = 1;

    /// <summary>How often a working agent asserts itself to its queues and audits what it holds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ReassertEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>An offer that nobody took back this long after its expiry is dropped by the agent itself.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan StaleOfferGrace { get; set; } = TimeSpan.FromSeconds(20);
}
