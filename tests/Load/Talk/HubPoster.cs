using Grainline.Load.Checking;
using Grainline.Load.Wire;

namespace Grainline.Load.Talk;

/// <summary>Posts over a hub connection. The system's hubs and the SignalR reference take the same call.</summary>
internal sealed class HubPoster(HubSocket socket, int characters) : IPoster
{
    public void Post(Seat seat, PostId post, long due) =>
        socket.Call(Methods.Post, seat, (seat.Conversation, post, due, characters), static (json, what) =>
        {
            Span<byte> id = stackalloc byte[16];
            Span<byte> text = stackalloc byte[what.characters];
            Stamp.Write(text, what.due);
            json.WriteStartObject();
            json.WriteString("conversationId"u8, what.Conversation);
            json.WriteString("clientMessageId"u8, id[..what.post.Format(id)]);
            json.WriteString("text"u8, text);
            json.WriteEndObject();
        });
}
