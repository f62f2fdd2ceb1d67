using System.Net;
using System.Net.Sockets;
using System.Text;
using Grainline.Load.Faults;

namespace Grainline.Load.Tests.Faults;

/// <summary>Over real sockets. Nothing is timed: what must not arrive is followed by an end that says so.</summary>
public sealed class TcpProxyTests : IDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly TcpProxy _proxy;

    public TcpProxyTests()
    {
        _server.Start();
        _proxy = new(new($"http://127.0.0.1:{((IPEndPoint)_server.LocalEndpoint).Port}"));
    }

    [Fact]
    public async Task Carry_BothWays_PassesBytesOn()
    {
        var (client, server) = await Connect();
        await client.SendAsync("hello"u8.ToArray(), Stop);
        Assert.Equal("hello", await Read(server, 5));
        await server.SendAsync("world"u8.ToArray(), Stop);
        Assert.Equal("world", await Read(client, 5));
    }

    [Fact]
    public async Task Carry_ServerCloses_ClientIsEnded()
    {
        var (client, server) = await Connect();
        server.Close();
        Assert.True(await HasEnded(client));
    }

    [Fact]
    public async Task Carry_NobodyListens_ClientIsEnded()
    {
        _server.Stop();
        try
        {
            using var client = await Dial();
            Assert.True(await HasEnded(client));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            // The proxy was faster than the end of the connect.
            return;
        }
    }

    [Fact]
    public async Task Cut_All_ResetsBothSides()
    {
        var (client, server) = await Connect();
        Assert.Equal((1, 1), _proxy.Cut(1, new(1)));
        Assert.True(await HasEnded(client));
        Assert.True(await HasEnded(server));
    }

    [Fact]
    public async Task Cut_AShare_LeavesTheOthersAlone()
    {
        var pairs = new List<(Socket Client, Socket Server)>();
        for (var i = 0; i < 4; i++)
            pairs.Add(await Connect());
        Assert.Equal((2, 4), _proxy.Cut(0.5, new(1)));
        var standing = 0;
        foreach (var (client, server) in pairs)
        {
            // Either the byte comes through or the end does.
            standing += await Echoes(client, server) ? 1 : 0;
        }
        Assert.Equal(2, standing);
    }

    [Fact]
    public async Task Slow_WhileSet_HoldsBytesBack()
    {
        var (client, server) = await Connect();
        await client.SendAsync("a"u8.ToArray(), Stop);
        Assert.Equal("a", await Read(server, 1));
        _proxy.Slow = new(DelaySeconds: 3_600, BytesPerSecond: 1);
        await client.SendAsync("b"u8.ToArray(), Stop);
        _proxy.Cut(1, new(1));
        Assert.True(await HasEnded(server));
    }

    public void Dispose()
    {
        _proxy.Dispose();
        _server.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<(Socket Client, Socket Server)> Connect()
    {
        var client = await Dial();
        return (client, await _server.AcceptSocketAsync(Stop));
    }

    private async Task<Socket> Dial()
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await client.ConnectAsync(_proxy.Address.Host, _proxy.Address.Port, Stop);
        return client;
    }

    private static async Task<string> Read(Socket socket, int length)
    {
        var bytes = new byte[length];
        for (var got = 0; got < length;)
        {
            var more = await socket.ReceiveAsync(bytes.AsMemory(got), Stop);
            Assert.NotEqual(0, more);
            got += more;
        }
        return Encoding.ASCII.GetString(bytes);
    }

    private static async Task<bool> HasEnded(Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1], Stop) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static async Task<bool> Echoes(Socket client, Socket server)
    {
        try
        {
            await client.SendAsync("x"u8.ToArray(), Stop);
            return await server.ReceiveAsync(new byte[1], Stop) == 1;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
