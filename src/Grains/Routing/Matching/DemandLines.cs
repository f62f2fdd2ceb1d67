namespace Grainline.Routing.Matching;

/// <summary>The lines of a queue, one a demand, and which of them somebody could serve now.</summary>
internal sealed class DemandLines
{
    /// <summary>Lines that nobody waits in are kept, for theirs is work that comes again, but not more than this.</summary>
    private const int IdleKept = 64;

    private readonly Dictionary<Demand, DemandLine> _byDemand = [];
    private readonly Queue<DemandLine> _emptied = [];
    private readonly SortedSet<DemandLine> _ready = new(DemandLine.LongestHeadFirst);
    private long _made;

    public IEnumerable<DemandLine> All => _byDemand.Values;

    /// <summary>By the rank of their heads.</summary>
    public SortedSet<DemandLine> Ready => _ready;

    public DemandLine Of(Demand demand, IEnumerable<Seat> seats, IRoutingPolicy policy)
    {
        if (_byDemand.TryGetValue(demand, out var line))
            return line;
        _byDemand.Add(demand, line = new DemandLine(demand, ++_made));
        foreach (var seat in demand.OnlyAgent is { } only ? seats.Where(seat => seat.AgentId == only) : seats)
            line.Enter(seat, policy);
        return line;
    }

    public void Add(DemandLine line, Place place)
    {
        line.Places.Add(place);
        place.Line = line;
        Settle(line);
    }

    public void Remove(Place place)
    {
        if (place.Line is not { } line)
            return;
        line.Places.Remove(place);
        place.Line = null;
        Settle(line);
        if (line.Places.Count == 0)
            Retire(line);
    }

    /// <summary>Puts the line where it belongs among those that can be served; to be called after each change of its head or its free agents.</summary>
    public void Settle(DemandLine line)
    {
        var head = line.CanBeServed ? line.Places.Min : null;
        if (ReferenceEquals(head, line.ReadyAs))
            return;
        if (line.ReadyAs is not null)
            _ready.Remove(line);
        line.ReadyAs = head;
        if (head is not null)
            _ready.Add(line);
    }

    /// <summary>Everybody in a line that can be served, in order over all of them.</summary>
    public IEnumerable<Place> Servable()
    {
        var heads = new PriorityQueue<IEnumerator<Place>, Place>(Place.FirstComeFirst);
        foreach (var line in _ready)
            Advance(heads, line.Places.GetEnumerator());
        while (heads.TryDequeue(out var places, out var place))
        {
            yield return place;
            Advance(heads, places);
        }
    }

    private static void Advance(PriorityQueue<IEnumerator<Place>, Place> heads, IEnumerator<Place> places)
    {
        if (places.MoveNext())
            heads.Enqueue(places, places.Current);
        else
            places.Dispose();
    }

    private void Retire(DemandLine line)
    {
        _emptied.Enqueue(line);
        while (_emptied.Count > IdleKept)
        {
            var oldest = _emptied.Dequeue();
            if (oldest.Places.Count == 0 && !_emptied.Contains(oldest) && _byDemand.Remove(oldest.Demand))
                oldest.Clear();
        }
    }
}
