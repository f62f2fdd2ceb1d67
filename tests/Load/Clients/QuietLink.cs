using System.Text.Json;
using Grainline.Load.Wire;

namespace Grainline.Load.Clients;

/// <summary>A visitor who has the page open and says nothing.</summary>
internal sealed class QuietLink(Dialer dialer, string pathAndQuery, Random jitter) : Link(dialer, pathAndQuery, jitter)
{
    public QuietLink(Dialer dialer, Visitor visitor, Random jitter)
        : this(dialer, $"/hubs/visitor?access_token={Uri.EscapeDataString(visitor.Token)}", jitter)
    {
    }

    protected override HubSocket Create() => new Socket();

    protected override Task Resume(HubSocket socket, CancellationToken cancellation) => Task.CompletedTask;

    private sealed class Socket : HubSocket
    {
        // Nothing is said to somebody without a conversation but GoAway, and then the connection ends anyway.
        public override void Event(ReadOnlySpan<byte> target, ref Utf8JsonReader argument)
        {
        }
    }
}
