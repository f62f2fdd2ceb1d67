using System.Text.Json;
using Grainline.Load.Talk;
using Grainline.Load.Wire;

namespace Grainline.Load.Clients;

/// <summary>A visitor as the widget behaves: opens its conversation, reads and posts in it, resumes it after every lost connection.</summary>
/// <param name="opening">The argument of OpenConversation; null for none.</param>
internal sealed class VisitorLink(Dialer dialer, Visitor visitor, Pairs pairs, TalkCounts counts, int characters, Random jitter, object? opening = null)
    : Link(dialer, $"/hubs/visitor?access_token={Uri.EscapeDataString(visitor.Token)}", jitter)
{
    /// <summary>Of a visitor who comes back, set beforehand; else known once the first connection has opened it.</summary>
    public Pair? Pair { get; set; }

    private void NoteTyping() => counts.NoteTyping();

    protected override HubSocket Create() => new Socket(this);

    protected override async Task Resume(HubSocket socket, CancellationToken cancellation)
    {
        if (Pair is null)
        {
            var opened = await Patience.Invoke(socket, Methods.Open, opening ?? new { }, counts, cancellation);
            Pair = pairs.Of(opened.GetProperty("conversationId").GetString()!);
        }
        await Pair.VisitorView.Connect(socket).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellation);
        Pair.Visitor.Connect(new HubPoster(socket, characters));
    }

    private sealed class Socket(VisitorLink link) : HubSocket
    {
        public override void Event(ReadOnlySpan<byte> target, ref Utf8JsonReader argument)
        {
            if (link.Pair is not { } pair)
                return;
            if (target.SequenceEqual("Message"u8))
                pair.VisitorView.Push(MessageEntry.Read(ref argument));
            else if (target.SequenceEqual("Head"u8))
                pair.VisitorView.Head(HeadReader.Read(ref argument, out _));
            else if (target.SequenceEqual("Resync"u8))
                pair.VisitorView.Sync();
            else if (target.SequenceEqual("Conversation"u8) && PlaceReader.Read(ref argument) is { } place)
                pair.Wait.NotePlace(place);
            else if (target.SequenceEqual("Typing"u8))
                link.NoteTyping();
        }
    }
}
