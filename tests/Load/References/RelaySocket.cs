using System.Net.WebSockets;

namespace Grainline.Load.References;

/// <summary>One socket of the relay; sends go one after the other, as WebSockets demand.</summary>
internal sealed class RelaySocket(WebSocket web)
{
    private readonly SemaphoreSlim _turn = new(1);

    public async ValueTask Send(ReadOnlyMemory<byte> record)
    {
        await _turn.WaitAsync();
        try
        {
            if (web.State == WebSocketState.Open)
                await web.SendAsync(record, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            web.Abort();
        }
        finally
        {
            _turn.Release();
        }
    }
}
