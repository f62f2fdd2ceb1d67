namespace Grainline.Routing.Matching;

/// <summary>Who waits with one demand, and the agents that are able to serve it: an index of those that could be asked now, best first, and bags of those that are busy.</summary>
internal sealed class DemandLine(Demand demand, long number)
{
    public static readonly IComparer<DemandLine> LongestHeadFirst = Comparer<DemandLine>.Create(static (a, b) =>
        ReferenceEquals(a, b) ? 0 : Place.FirstComeFirst.Compare(a.ReadyAs!, b.ReadyAs!) is var order && order != 0 ? order : a.Number.CompareTo(b.Number));

    private readonly Bag[] _bags = [.. Enum.GetValues<Rejection>().Select(_ => new Bag())];
    private readonly int[] _unable = new int[Enum.GetValues<Rejection>().Length];

    public Demand Demand => demand;

    public long Number => number;

    public SortedSet<Place> Places { get; } = new(Place.FirstComeFirst);

    /// <summary>Those that could be asked now, best first.</summary>
    public SortedSet<Candidate> Best { get; } = new(Candidate.BestFirst);

    /// <summary>The same in no order.</summary>
    public Bag Free => _bags[(int)Rejection.None];

    /// <summary>Its head when it was last put among the lines that can be served; null while it is not among them.</summary>
    public Place? ReadyAs { get; set; }

    public bool CanBeServed => Places.Count > 0 && Free.Count > 0;

    /// <summary>Those that are able and could be asked at another time.</summary>
    public Bag Busy(Rejection because) => _bags[(int)because];

    /// <summary>How many agents are not able, for this reason.</summary>
    public int Unable(Rejection because) => _unable[(int)because];

    /// <summary>Takes an agent in. It is entered in the line only if it is able; of the others the number is enough.</summary>
    public void Enter(Seat seat, IRoutingPolicy policy)
    {
        var unable = Rejections.Unable(seat, demand);
        if (unable != Rejection.None)
        {
            _unable[(int)unable]++;
            return;
        }

        var candidate = new Candidate(seat, this);
        seat.Entries.Add(candidate);
        Put(candidate, policy);
    }

    /// <summary>The reverse of <see cref="Enter"/>; what the agent is able to do must not have changed in between.</summary>
    public void Remove(Seat seat)
    {
        if (seat.EntryIn(this) is { } candidate)
        {
            Take(candidate);
            seat.Entries.Remove(candidate);
        }
        else
        {
            _unable[(int)Rejections.Unable(seat, demand)]--;
        }
    }

    /// <summary>The line is given up.</summary>
    public void Clear()
    {
        foreach (var bag in _bags)
        {
            for (var i = 0; i < bag.Count; i++)
                bag[i].Seat.Entries.Remove(bag[i]);
        }
    }

    /// <summary>The agent stands elsewhere than before.</summary>
    public void Reconsider(Candidate candidate, IRoutingPolicy policy)
    {
        var because = Rejections.Busy(candidate.Seat, demand);
        if (because == candidate.Because
            && (because != Rejection.None || (candidate.IdleSince == candidate.Seat.IdleSince && candidate.Rank.Equals(policy.Rank(demand, candidate.Seat)))))
            return;
        Take(candidate);
        Put(candidate, policy);
    }

    /// <summary>Another policy orders the same agents.</summary>
    public void Reorder(IRoutingPolicy policy)
    {
        Best.Clear();
        for (var i = 0; i < Free.Count; i++)
            Index(Free[i], policy);
    }

    private void Put(Candidate candidate, IRoutingPolicy policy)
    {
        candidate.Because = Rejections.Busy(candidate.Seat, demand);
        _bags[(int)candidate.Because].Add(candidate);
        if (candidate.Because == Rejection.None)
            Index(candidate, policy);
    }

    private void Index(Candidate candidate, IRoutingPolicy policy)
    {
        candidate.Rank = policy.Rank(demand, candidate.Seat);
        candidate.IdleSince = candidate.Seat.IdleSince;
        Best.Add(candidate);
    }

    private void Take(Candidate candidate)
    {
        _bags[(int)candidate.Because].Remove(candidate);
        if (candidate.Because == Rejection.None)
            Best.Remove(candidate);
    }
}
