using System.Text.Json;
using Grainline.Load.Talk;
using Grainline.Load.Wire;

namespace Grainline.Load.Clients;

/// <summary>A visitor as the widget behaves: opens its conversation, reads and posts in it, resumes it after every lost connection.</summary>
internal sealed class VisitorLink(Dialer dialer, Visitor visitor, TalkCounts counts, int characters, Random jitter)
    : Link(dialer, $"/hubs/visitor?access_token={Uri.EscapeDataString(visitor.Token)}", jitter)
{
    public Pair? Pair { get; private set; }

    protected override HubSocket Create() => new Socket(this);

    protected override async Task Resume(HubSocket socket, CancellationToken cancellation)
    {
        if (Pair is null)
        {
            var opened = await Patience.Invoke(socket, Methods.Open, new { }, counts, cancellation);
            Pair = new(opened.GetProperty("conversationId").GetString()!, counts);
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
        }
    }
}
