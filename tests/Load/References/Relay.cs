using System.Net.WebSockets;
using System.Text;

namespace Grainline.Load.References;

/// <summary>Kestrel's WebSockets and nothing else. "J room" joins, "P room text" goes to everybody in the room as it came. Records end with 0x1e.</summary>
internal static class Relay
{
    public static async Task Serve(HttpContext http, Rooms rooms)
    {
        using var web = await http.WebSockets.AcceptWebSocketAsync();
        var socket = new RelaySocket(web);
        var buffer = new byte[16_384];
        try
        {
            while (await web.ReceiveAsync(buffer.AsMemory(), http.RequestAborted) is { MessageType: not WebSocketMessageType.Close } got)
                await Take(socket, rooms, buffer.AsMemory(0, got.Count));
        }
        catch (WebSocketException)
        {
            web.Abort(); // The client left without a word: how load ends.
        }
        finally
        {
            rooms.Leave(socket);
        }
    }

    // The tool sends one record a frame, well below the buffer's size.
    private static async Task Take(RelaySocket socket, Rooms rooms, ReadOnlyMemory<byte> record)
    {
        var end = record.Span[2..].IndexOfAny((byte)' ', (byte)0x1e) + 2;
        if (record.Span[0] == 'J')
        {
            rooms.Join(Encoding.UTF8.GetString(record.Span[2..end]), socket);
            await socket.Send(record);
            return;
        }
        foreach (var member in Members(rooms, record.Span[2..end]))
            await member.Send(record);
    }

    private static System.Collections.Immutable.ImmutableArray<RelaySocket> Members(Rooms rooms, ReadOnlySpan<byte> room)
    {
        Span<char> name = stackalloc char[64];
        return rooms.Of(name[..Encoding.UTF8.GetChars(room, name)]);
    }
}
