using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Grainline.Routing;

/// <summary>Who waits, longest first. Joining and leaving cost the logarithm of its length.</summary>
internal sealed record WaitingLine
{
    // Before Empty: static fields are set in the order of their text.
    private static readonly ImmutableSortedSet<Waiting> NoOne = ImmutableSortedSet.Create<Waiting>(Waiting.LongestFirst);

    public static readonly WaitingLine Empty = new();

    private ImmutableSortedSet<Waiting> _inOrder = NoOne;
    private ImmutableDictionary<string, Waiting> _byId = ImmutableDictionary<string, Waiting>.Empty;

    [JsonIgnore]
    public int Count => _inOrder.Count;

    [JsonIgnore]
    public IEnumerable<Waiting> InOrder => _inOrder;

    /// <summary>The form that snapshots keep.</summary>
    public IReadOnlyList<Waiting> Entries
    {
        get => _inOrder;
        init => (_inOrder, _byId) = (NoOne.Union(value), value.ToImmutableDictionary(w => w.Id));
    }

    public Waiting? Find(string conversationId) => _byId.GetValueOrDefault(conversationId);

    /// <summary>From 1.</summary>
    public int PositionOf(Waiting waiting) => _inOrder.IndexOf(waiting) + 1;

    public WaitingLine Join(Waiting waiting)
    {
        var left = Leave(waiting.Id);
        return left with { _inOrder = left._inOrder.Add(waiting), _byId = left._byId.SetItem(waiting.Id, waiting) };
    }

    public WaitingLine Leave(string conversationId) => _byId.TryGetValue(conversationId, out var waiting)
        ? this with { _inOrder = _inOrder.Remove(waiting), _byId = _byId.Remove(conversationId) }
        : this;
}
