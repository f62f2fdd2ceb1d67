using System.Text.Json;
using Grainline.Load.Checking;
using Grainline.Load.Wire;

namespace Grainline.Load.Talk;

/// <summary>Posts over a hub connection: a stamp with filler, or what the seat has to say. The system's hubs and the SignalR reference take the same call.</summary>
internal sealed class HubPoster(HubSocket socket, int characters) : IPoster
{
    public void Post(Seat seat, PostId post, long due)
    {
        if (seat.Speech is { } speech)
            Say(seat, post, speech.Of(post.Number));
        else
            Stamped(seat, post, due);
    }

    private void Stamped(Seat seat, PostId post, long due) =>
        socket.Call(Methods.Post, seat, (seat.Conversation, post, due, characters), static (json, what) =>
        {
            Span<byte> text = stackalloc byte[what.characters];
            Stamp.Write(text, what.due);
            json.WriteStartObject();
            Ids(json, what.Conversation, what.post);
            json.WriteString("text"u8, text);
            json.WriteEndObject();
        });

    private void Say(Seat seat, PostId post, Line line) =>
        socket.Call(Methods.Post, seat, (seat.Conversation, post, line), static (json, what) =>
        {
            json.WriteStartObject();
            Ids(json, what.Conversation, what.post);
            json.WriteString("text"u8, what.line.Text);
            if (what.line.Attachments.Count > 0)
            {
                json.WritePropertyName("attachments"u8);
                JsonSerializer.Serialize(json, what.line.Attachments, JsonSerializerOptions.Web);
            }
            json.WriteEndObject();
        });

    private static void Ids(Utf8JsonWriter json, string conversation, PostId post)
    {
        Span<byte> id = stackalloc byte[16];
        json.WriteString("conversationId"u8, conversation);
        json.WriteString("clientMessageId"u8, id[..post.Format(id)]);
    }
}
