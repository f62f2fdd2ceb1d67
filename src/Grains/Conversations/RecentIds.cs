using Grainline.Journaling;

namespace Grainline.Conversations;

/// <summary>The newest client message ids with their commits: a retry awaits the commit of the first and gets its answer. Of older ones a hash is kept.</summary>
internal sealed class RecentIds(int capacity)
{
    private const int HashesKept = 50_000;

    private readonly Dictionary<string, Task<Stamp>> _commits = [];
    private readonly Queue<string> _order = new();
    private readonly HashSet<int> _forgotten = [];
    private bool _complete = true;

    /// <summary>Ids from before are not known here at all.</summary>
    public void MarkIncomplete() => _complete = false;

    public Task<Stamp>? Find(string id) => _commits.GetValueOrDefault(id);

    /// <summary>False when an id that is not found here is new to the conversation for sure; else only the journal can tell.</summary>
    public bool MayHaveForgotten(string id) => !_complete || (_forgotten.Count > 0 && _forgotten.Contains(Hash(id)));

    public void Add(string id, Task<Stamp> commit)
    {
        if (_order.Count == capacity)
            Forget(_order.Dequeue());
        _commits[id] = commit;
        _order.Enqueue(id);
    }

    private void Forget(string id)
    {
        _commits.Remove(id);
        if (_complete && _forgotten.Count < HashesKept)
        {
            _forgotten.Add(Hash(id));
            return;
        }

        _complete = false;
        _forgotten.Clear();
    }

    private static int Hash(string id) => id.GetHashCode(StringComparison.Ordinal);
}
