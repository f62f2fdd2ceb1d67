using System.Collections.Concurrent;
using System.Text;
using Grainline.Load.Talk;

namespace Grainline.Load.Clients;

/// <summary>All conversations of a run by id, found by the bytes on the wire without making a string of them.</summary>
/// <param name="counts">Of every conversation that is met here first.</param>
internal sealed class Pairs(TalkCounts counts)
{
    private readonly ConcurrentDictionary<string, Pair> _pairs = new();

    public Pairs() : this(new())
    {
    }

    public IEnumerable<Pair> All => _pairs.Values;

    public void Add(Pair pair) => _pairs[pair.History.Conversation] = pair;

    public void Forget(Pair pair) => _pairs.TryRemove(pair.History.Conversation, out _);

    public Pair? Find(string conversation) => _pairs.GetValueOrDefault(conversation);

    /// <summary>Visitor and agent may hear of a conversation in any order: whoever is first makes its place.</summary>
    public Pair Of(string conversation) => _pairs.GetOrAdd(conversation, static (id, counts) => new(id, counts), counts);

    public Pair? Find(ReadOnlySpan<byte> conversation)
    {
        Span<char> id = stackalloc char[64];
        return conversation.Length <= id.Length && _pairs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id[..Encoding.ASCII.GetChars(conversation, id)], out var pair) ? pair : null;
    }
}
