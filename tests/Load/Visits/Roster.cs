using System.Collections;
using Grainline.Load.Clients;

namespace Grainline.Load.Visits;

/// <summary>Everybody who was ever connected in a run, for the heartbeat. It only grows: who has left is not up and costs nothing.</summary>
internal sealed class Roster : IReadOnlyList<Link>
{
    private readonly List<Link> _links = [];

    public int Count
    {
        get
        {
            lock (_links)
                return _links.Count;
        }
    }

    public Link this[int index]
    {
        get
        {
            lock (_links)
                return _links[index];
        }
    }

    public void Add(Link link)
    {
        lock (_links)
            _links.Add(link);
    }

    public IEnumerator<Link> GetEnumerator()
    {
        lock (_links)
            return _links.ToList().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
