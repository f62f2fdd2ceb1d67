using System.Text.Json;
using Grainline.Load.Checking;
using Grainline.Load.Clients;
using Grainline.Load.Talk;
using Grainline.Load.Wire;

namespace Grainline.Load.Comparing;

/// <summary>One participant of the SignalR reference: joins its rooms, posts and receives. Nothing is numbered there, so nothing is checked but the count.</summary>
internal sealed class GroupLink(Dialer dialer, Side side, IReadOnlyList<Pair> mine, Pairs pairs, int characters, Random jitter) : Link(dialer, "/hub", jitter)
{
    protected override HubSocket Create() => new Socket(side, pairs);

    protected override async Task Resume(HubSocket socket, CancellationToken cancellation)
    {
        foreach (var pair in mine)
        {
            await socket.Invoke(Methods.Join, pair.History.Conversation, cancellation);
            pair.Of(side).Connect(new HubPoster(socket, characters));
        }
    }

    private sealed class Socket(Side side, Pairs pairs) : HubSocket
    {
        public override void Event(ReadOnlySpan<byte> target, ref Utf8JsonReader argument)
        {
            var entry = MessageEntry.Read(ref argument);
            pairs.Find(entry.Conversation)?.Shown(side, PostId.Parse(entry.ClientMessageId), Stamp.Read(entry.Text));
        }
    }
}
