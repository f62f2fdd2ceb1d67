using Grainline.Journaling;

namespace Grainline.Conversations;

/// <summary>The newest client message ids with their commits: a retry awaits the commit of the first and gets its answer.</summary>
internal sealed class RecentIds(int capacity)
{
    private readonly Dictionary<string, Task<Stamp>> _commits = [];
    private readonly Queue<string> _order = new();

    /// <summary>False once an id of this conversation may be unknown here: then only the journal can tell.</summary>
    public bool Complete { get; private set; } = true;

    public void MarkIncomplete() => Complete = false;

    public Task<Stamp>? Find(string id) => _commits.GetValueOrDefault(id);

    public void Add(string id, Task<Stamp> commit)
    {
        if (_order.Count == capacity)
        {
            _commits.Remove(_order.Dequeue());
            Complete = false;
        }

        _commits[id] = commit;
        _order.Enqueue(id);
    }
}
