using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Grainline.Load.Wire;

/// <summary>Opens WebSockets. On loopback it spreads them over 127.0.0.1, .2, ... because the ports of one pair of addresses run out.</summary>
internal sealed class Dialer(Uri server)
{
    private static readonly int SocketsPerAddress = Ports.PerAddress();

    private int _dialled;

    public async Task<RawSocket> Dial(string pathAndQuery, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var host = await Host(cancellation);
            if (IPAddress.IsLoopback(host) && host.AddressFamily == AddressFamily.InterNetwork)
            {
                socket.Dispose();
                socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                var source = 1 + Interlocked.Increment(ref _dialled) / SocketsPerAddress % 250;
                socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)source]), 0));
            }
            await socket.ConnectAsync(new IPEndPoint(host, server.Port), cancellation);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (server.Scheme == Uri.UriSchemeHttps)
            {
                var secured = new SslStream(stream);
                await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = server.Host }, cancellation);
                stream = secured;
            }
            await Upgrade(stream, pathAndQuery, cancellation);
            return new(stream);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async ValueTask<IPAddress> Host(CancellationToken cancellation) =>
        IPAddress.TryParse(server.Host, out var address) ? address : (await Dns.GetHostAddressesAsync(server.Host, cancellation))[0];

    private async Task Upgrade(Stream stream, string pathAndQuery, CancellationToken cancellation)
    {
        var key = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        var request = $"GET {pathAndQuery} HTTP/1.1\r\nHost: {server.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
            $"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellation);
        // Nothing can follow the empty line: in every protocol spoken here the client speaks first.
        var answer = new byte[4_096];
        var length = 0;
        while (!answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var got = await stream.ReadAsync(answer.AsMemory(length), cancellation);
            if (got == 0)
                throw new IOException("The server closed the connection during the upgrade.");
            length += got;
        }
        var status = Encoding.ASCII.GetString(answer, 0, Math.Max(0, answer.AsSpan(0, length).IndexOf("\r\n"u8)));
        if (!status.Contains(" 101", StringComparison.Ordinal))
            throw new IOException($"The server did not open a WebSocket: {status}");
    }
}
