using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Grainline.Journaling;

namespace Grainline.Conversations;

/// <summary>The newest client message ids with their commits: a retry awaits the commit of the first and gets its answer. Of older ones a hash is kept.</summary>
internal sealed class RecentIds(int capacity)
{
    private const int HashesKept = 50_000;

    // A commit that has landed is kept as what came of it: its task would live on with all that the commit had needed room for.
    private readonly Dictionary<string, (Task<Stamp>? Commit, Stamp Stamp)> _known = [];
    private readonly Queue<string> _order = new();
    private readonly HashSet<int> _forgotten = [];
    private bool _complete = true;

    /// <summary>Ids from before are not known here at all.</summary>
    public void MarkIncomplete() => _complete = false;

    public Task<Stamp>? Find(string id) => _known.TryGetValue(id, out var known) ? known.Commit ?? Task.FromResult(known.Stamp) : null;

    /// <summary>False when an id that is not found here is new to the conversation for sure; else only the journal can tell.</summary>
    public bool MayHaveForgotten(string id) => !_complete || (_forgotten.Count > 0 && _forgotten.Contains(Hash(id)));

    public void Add(string id, Task<Stamp> commit)
    {
        if (_order.Count == capacity)
            Forget(_order.Dequeue());
        _known[id] = (commit, default);
        _order.Enqueue(id);
    }

    /// <summary>The commit of the id is done; nothing happens when the id has been forgotten meanwhile.</summary>
    public void Landed(string id, Stamp stamp)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(_known, id);
        if (!Unsafe.IsNullRef(ref known))
            known = (null, stamp);
    }

    private void Forget(string id)
    {
        _known.Remove(id);
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
