namespace Grainline.Routing.Matching;

/// <summary>Who waits with one demand, and every agent's standing towards it: an index of those that could be asked now, best first, and bags of those that could not.</summary>
internal sealed class DemandLine(Demand demand, long number)
{
    public static readonly IComparer<DemandLine> LongestHeadFirst = Comparer<DemandLine>.Create(static (a, b) =>
        ReferenceEquals(a, b) ? 0 : Place.FirstComeFirst.Compare(a.ReadyAs!, b.ReadyAs!) is var order && order != 0 ? order : a.Number.CompareTo(b.Number));

    private readonly Bag[] _bags = [.. Enum.GetValues<Rejection>().Select(_ => new Bag())];
    private readonly Dictionary<Seat, Candidate> _candidates = [];

    public Demand Demand => demand;

    public long Number => number;

    public SortedSet<Place> Places { get; } = new(Place.FirstComeFirst);

    /// <summary>Those that could be asked now, best first.</summary>
    public SortedSet<Candidate> Best { get; } = new(Candidate.BestFirst);

    /// <summary>The same in no order.</summary>
    public Bag Free => _bags[(int)Rejection.None];

    /// <summary>Its head when it was last put among the lines that can be served; null while it is not among them.</summary>
    public Place? ReadyAs { get; set; }

    /// <summary>Agents that were looked at: all, but in a line that waits for one.</summary>
    public int Seats => _candidates.Count;

    public bool CanBeServed => Places.Count > 0 && Free.Count > 0;

    public Bag Rejected(Rejection because) => _bags[(int)because];

    /// <summary>The line is given up.</summary>
    public void Clear()
    {
        foreach (var candidate in _candidates.Values)
            candidate.Seat.Entries.Remove(candidate);
        _candidates.Clear();
    }

    public Candidate? Find(Seat seat) => _candidates.GetValueOrDefault(seat);

    public void Enter(Seat seat, IRoutingPolicy policy)
    {
        var candidate = new Candidate(seat, this);
        _candidates.Add(seat, candidate);
        var unable = Rejections.Unable(seat, demand);
        if (unable == Rejection.None)
            seat.Entries.Add(candidate);
        Put(candidate, unable, policy);
    }

    public void Remove(Seat seat)
    {
        if (!_candidates.Remove(seat, out var candidate))
            return;
        Take(candidate);
        seat.Entries.Remove(candidate);
    }

    /// <summary>The agent stands elsewhere than before.</summary>
    public void Reconsider(Candidate candidate, IRoutingPolicy policy)
    {
        Take(candidate);
        Put(candidate, Rejection.None, policy);
    }

    /// <summary>Another policy orders the same agents.</summary>
    public void Reorder(IRoutingPolicy policy)
    {
        foreach (var candidate in _candidates.Values)
        {
            if (candidate.Because == Rejection.None)
                Reconsider(candidate, policy);
        }
    }

    private void Put(Candidate candidate, Rejection unable, IRoutingPolicy policy)
    {
        candidate.Because = unable != Rejection.None ? unable : Rejections.Busy(candidate.Seat, demand);
        _bags[(int)candidate.Because].Add(candidate);
        if (candidate.Because != Rejection.None)
            return;
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
