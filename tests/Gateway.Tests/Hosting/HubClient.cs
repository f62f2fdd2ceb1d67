using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Grainline.Gateway.Tests.Hosting;

/// <summary>Speaks SignalR's JSON protocol over a WebSocket, well or badly, as the test wants.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const byte EndOfRecord = 0x1e;

    /// <summary>How long a test waits for what must come. Not a measurement: it only ends tests that would hang.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly Inbox _inbox = new();
    private int _invocations;
    private Task _reading = Task.CompletedTask;

    /// <summary>Completes with the server's reason once the connection is over.</summary>
    public Task<string?> Closed => _inbox.Closed.WaitAsync(Patience);

    public static async Task<HubClient> Connect(Uri address, string hub, string? token, string? origin = null, bool read = true)
    {
        var client = new HubClient();
        if (origin is not null)
            client._socket.Options.SetRequestHeader("Origin", origin);
        var query = token is null ? "" : $"?access_token={Uri.EscapeDataString(token)}";
        await client._socket.ConnectAsync(new Uri($"ws://{address.Authority}/hubs/{hub}{query}"), CancellationToken.None);
        await client.SendRaw("""{"protocol":"json","version":1}""" + (char)EndOfRecord);
        if (read)
            client._reading = client.Read();
        return client;
    }

    public async Task<JsonElement> Invoke(string method, params object?[] arguments)
    {
        var reply = await Call(method, arguments);
        return reply.TryGetProperty("error", out var error)
            ? throw new InvalidOperationException($"{method} was refused: {error}")
            : reply.TryGetProperty("result", out var result) ? result : default;
    }

    /// <summary>The code of the refusal; fails when the call is not refused.</summary>
    public async Task<int> Refused(string method, params object?[] arguments)
    {
        var reply = await Call(method, arguments);
        Assert.True(reply.TryGetProperty("error", out var error), $"{method} was not refused.");
        return int.Parse(error.GetString()!.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The next event of the name that fits, skipping others of the name.</summary>
    public Task<JsonElement> Next(string target, Func<JsonElement, bool>? fits = null) => _inbox.Next(target, fits ?? (_ => true)).WaitAsync(Patience);

    public IReadOnlyList<JsonElement> Seen(string target) => _inbox.Seen(target);

    public Task SendRaw(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task<JsonElement> Call(string method, object?[] arguments)
    {
        var id = Interlocked.Increment(ref _invocations).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var reply = _inbox.Reply(id);
        await SendRaw(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }) + (char)EndOfRecord);
        return await reply.WaitAsync(Patience);
    }

    private async Task Read()
    {
        var pending = new ArrayBufferWriter<byte>();
        var buffer = new byte[16_384];
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                var received = await _socket.ReceiveAsync(buffer, CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    break;
                foreach (var b in buffer.AsSpan(0, received.Count))
                {
                    if (b != EndOfRecord)
                    {
                        pending.Write([b]);
                        continue;
                    }
                    _inbox.Accept(JsonSerializer.Deserialize<JsonElement>(pending.WrittenSpan));
                    pending.ResetWrittenCount();
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut off: the inbox is told below, like for any other end.
        }
        _inbox.End();
    }
}
