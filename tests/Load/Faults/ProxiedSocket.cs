using System.Net.Sockets;
using Grainline.Load.Figures;

namespace Grainline.Load.Faults;

/// <summary>One connection through the proxy. What ends one side ends the other.</summary>
/// <param name="number">In order of arrival, so that a seed picks the same ones again.</param>
internal sealed class ProxiedSocket(Socket client, int number)
{
    private const int Piece = 4_096;

    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public int Number => number;

    public async Task Carry(Uri server, Func<SlowLine?> slow)
    {
        client.NoDelay = true;
        try
        {
            await _server.ConnectAsync(server.Host, server.Port);
            await Task.WhenAny(Pump(client, _server, slow), Pump(_server, client, slow));
        }
        catch (SocketException)
        {
            // The server is not there: the client learns it by the reset below.
        }
        Reset();
    }

    /// <summary>Ends both sides with a reset: nothing more arrives, not even what was on its way.</summary>
    public void Reset()
    {
        client.Close(timeout: 0);
        _server.Close(timeout: 0);
    }

    private static async Task Pump(Socket from, Socket to, Func<SlowLine?> slow)
    {
        var buffer = new byte[Piece];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var got)
            {
                if (slow() is { } line)
                    await Clock.Wait(line.DelaySeconds + (double)got / line.BytesPerSecond);
                for (var sent = 0; sent < got;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, got - sent));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side is gone; the end of this pump tells the other.
            return;
        }
    }
}
