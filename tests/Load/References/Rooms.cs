using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Grainline.Load.References;

/// <summary>Who is in which room of the relay.</summary>
internal sealed class Rooms
{
    private readonly ConcurrentDictionary<string, ImmutableArray<RelaySocket>> _rooms = new();
    private readonly ConcurrentDictionary<string, ImmutableArray<RelaySocket>>.AlternateLookup<ReadOnlySpan<char>> _byName;

    public Rooms() => _byName = _rooms.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Join(string room, RelaySocket socket) => _rooms.AddOrUpdate(room, _ => [socket], (_, members) => members.Add(socket));

    public void Leave(RelaySocket socket)
    {
        foreach (var room in _rooms.Keys)
            _rooms.AddOrUpdate(room, _ => [], (_, members) => members.Remove(socket));
    }

    public ImmutableArray<RelaySocket> Of(ReadOnlySpan<char> room) => _byName.TryGetValue(room, out var members) ? members : [];
}
