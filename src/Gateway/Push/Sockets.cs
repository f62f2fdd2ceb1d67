using System.Collections.Concurrent;

namespace Grainline.Gateway.Push;

/// <summary>Every open socket of this gateway.</summary>
internal sealed class Sockets
{
    private readonly ConcurrentDictionary<string, Socket> _sockets = new();

    public IEnumerable<Socket> All => _sockets.Select(pair => pair.Value);

    public int Count => _sockets.Count;

    public void Add(Socket socket) => _sockets[socket.Id] = socket;

    public Socket? Remove(string id) => _sockets.TryRemove(id, out var socket) ? socket : null;
}
