using System.Collections.Concurrent;
using System.Text;
using Grainline.Load.Talk;

namespace Grainline.Load.Clients;

/// <summary>All conversations of a run by id, found by the bytes on the wire without making a string of them.</summary>
internal sealed class Pairs
{
    private readonly ConcurrentDictionary<string, Pair> _pairs = new();
    private readonly ConcurrentDictionary<string, Pair>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public Pairs() => _bySpan = _pairs.GetAlternateLookup<ReadOnlySpan<char>>();

    public IEnumerable<Pair> All => _pairs.Values;

    public void Add(Pair pair) => _pairs[pair.History.Conversation] = pair;

    public Pair? Find(string conversation) => _pairs.GetValueOrDefault(conversation);

    public Pair? Find(ReadOnlySpan<byte> conversation)
    {
        Span<char> id = stackalloc char[64];
        return conversation.Length <= id.Length && _bySpan.TryGetValue(id[..Encoding.ASCII.GetChars(conversation, id)], out var pair) ? pair : null;
    }
}
