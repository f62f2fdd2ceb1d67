namespace Grainline.Routing.Matching;

/// <summary>Candidates in no order: adding, removing and picking any of them cost the same however many there are.</summary>
internal sealed class Bag
{
    private readonly List<Candidate> _items = [];

    public int Count => _items.Count;

    public Candidate this[int index] => _items[index];

    public void Add(Candidate candidate)
    {
        candidate.Index = _items.Count;
        _items.Add(candidate);
    }

    public void Remove(Candidate candidate)
    {
        var last = _items[^1];
        _items[candidate.Index] = last;
        last.Index = candidate.Index;
        candidate.Index = -1;
        _items.RemoveAt(_items.Count - 1);
    }
}
