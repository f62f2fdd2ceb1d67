using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Grainline.Browser.Tests.Kills;

/// <summary>Reads the acknowledgements of posts off a page's sockets: what the server said, not what the page made of it.</summary>
internal sealed class WireTap
{
    private const char EndOfFrame = '\u001e';

    public WireTap(IPage page) => page.WebSocket += (_, socket) => Tap(socket);

    public ConcurrentQueue<Ack> Acks { get; } = new();

    private void Tap(IWebSocket socket)
    {
        var posts = new ConcurrentDictionary<string, string>();
        socket.FrameSent += (_, frame) => Each(frame, sent =>
        {
            if (Is(sent, "target", "Post"))
                posts[sent.GetProperty("invocationId").GetString()!] = sent.GetProperty("arguments")[0].GetProperty("clientMessageId").GetString()!;
        });
        socket.FrameReceived += (_, frame) => Each(frame, heard =>
        {
            if (heard.TryGetProperty("invocationId", out var call) && heard.TryGetProperty("result", out var result) && posts.TryGetValue(call.GetString()!, out var id))
                Acks.Enqueue(new(id, result.GetProperty("seq").GetInt64()));
        });
    }

    private static void Each(IWebSocketFrame frame, Action<JsonElement> take)
    {
        foreach (var part in (frame.Text ?? "").Split(EndOfFrame, StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(part);
            take(json.RootElement);
        }
    }

    private static bool Is(JsonElement frame, string member, string value) => frame.TryGetProperty(member, out var found) && found.GetString() == value;
}
