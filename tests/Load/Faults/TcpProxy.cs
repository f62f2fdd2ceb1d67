using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Grainline.Load.Faults;

/// <param name="DelaySeconds">Added to every piece that passes.</param>
/// <param name="BytesPerSecond">Of one socket, each way.</param>
internal sealed record SlowLine(double DelaySeconds, int BytesPerSecond);

/// <summary>Stands between the tool's sockets and the server on loopback, passes bytes on, and cuts or slows them when told to.</summary>
internal sealed class TcpProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<ProxiedSocket, bool> _open = new();
    private readonly Uri _server;

    public TcpProxy(Uri server)
    {
        _server = server;
        _listener.Start(backlog: 512);
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = Accept();
    }

    public Uri Address { get; }

    public int Open => _open.Count;

    /// <summary>Null passes everything on at once.</summary>
    public SlowLine? Slow
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }

    /// <summary>Resets a share of the open sockets on both sides.</summary>
    /// <returns>How many, of how many.</returns>
    public (int Cut, int Of) Cut(double share, Random random)
    {
        var all = _open.Keys.OrderBy(one => one.Number).ToArray();
        random.Shuffle(all);
        var cut = (int)Math.Ceiling(share * all.Length);
        foreach (var one in all.Take(cut))
            one.Reset();
        return (cut, all.Length);
    }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var one in _open.Keys)
            one.Reset();
    }

    private async Task Accept()
    {
        try
        {
            for (var number = 1; ; number++)
                _ = Carry(new(await _listener.AcceptSocketAsync(), number));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The proxy was disposed: nobody comes any more.
            return;
        }
    }

    private async Task Carry(ProxiedSocket socket)
    {
        _open.TryAdd(socket, true);
        await socket.Carry(_server, () => Slow);
        _open.TryRemove(socket, out _);
    }
}
