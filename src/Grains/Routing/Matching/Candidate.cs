namespace Grainline.Routing.Matching;

/// <summary>One agent in one line that it is able to serve.</summary>
internal sealed class Candidate(Seat seat, DemandLine line)
{
    /// <summary>Best first; of equals the longest idle, then by id, so that the same situation always has the same answer.</summary>
    public static readonly IComparer<Candidate> BestFirst = Comparer<Candidate>.Create(static (a, b) =>
    {
        var order = b.Rank.CompareTo(a.Rank);
        if (order == 0)
            order = a.IdleSince.CompareTo(b.IdleSince);
        return order != 0 ? order : string.CompareOrdinal(a.Seat.AgentId, b.Seat.AgentId);
    });

    public Seat Seat { get; } = seat;

    public DemandLine Line { get; } = line;

    /// <summary>What the policy made of it when it was last looked at. Set only while it stands in no order.</summary>
    public double Rank { get; set; }

    /// <summary>As it was when it was last put in order.</summary>
    public DateTimeOffset IdleSince { get; set; }

    public Rejection Because { get; set; }

    /// <summary>Its place in the bag that it is in.</summary>
    public int Index { get; set; } = -1;
}
