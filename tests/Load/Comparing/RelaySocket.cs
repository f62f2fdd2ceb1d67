using Grainline.Load.Checking;
using Grainline.Load.Clients;
using Grainline.Load.Talk;
using Grainline.Load.Wire;

namespace Grainline.Load.Comparing;

/// <summary>One participant of the raw relay: <c>P room id text</c> comes back as it was sent; the echo is the acknowledgement.</summary>
internal sealed class RelaySocket(Side side, Pairs pairs, int characters) : IRecords, IPoster, IDisposable
{
    private RawSocket? _raw;

    public async Task Open(Dialer dialer, IEnumerable<Pair> mine, CancellationToken cancellation)
    {
        _raw = await dialer.Dial("/relay", cancellation);
        _ = _raw.Receive(this);
        foreach (var pair in mine)
        {
            Send("J "u8, pair.History.Conversation, []);
            pair.Of(side).Connect(this);
        }
    }

    public void Post(Seat seat, PostId post, long due)
    {
        Span<byte> rest = stackalloc byte[characters + 18];
        rest[0] = (byte)' ';
        var length = 1 + post.Format(rest[1..]);
        rest[length++] = (byte)' ';
        Stamp.Write(rest.Slice(length, characters), due);
        Send("P "u8, seat.Conversation, rest[..(length + characters)]);
    }

    public void Take(ReadOnlySpan<byte> record)
    {
        if (record[0] != 'P')
            return;
        var text = record[2..];
        var room = text[..text.IndexOf((byte)' ')];
        text = text[(room.Length + 1)..];
        var id = text[..text.IndexOf((byte)' ')];
        if (pairs.Find(room) is not { } pair)
            return;
        var post = PostId.Parse(id);
        pair.Shown(side, post, Stamp.Read(text[(id.Length + 1)..]));
        if (post.Side == side)
            pair.Of(side).Acknowledged(post.Number);
    }

    public void Dispose() => _raw?.Dispose();

    private void Send(ReadOnlySpan<byte> verb, string room, ReadOnlySpan<byte> rest)
    {
        var writer = HubWriter.OfThisThread;
        Span<byte> record = stackalloc byte[verb.Length + room.Length + rest.Length];
        verb.CopyTo(record);
        System.Text.Encoding.ASCII.GetBytes(room, record[verb.Length..]);
        rest.CopyTo(record[(verb.Length + room.Length)..]);
        writer.Raw(record);
        _raw!.Send(writer.Buffer, writer.PayloadAt, writer.PayloadLength);
    }
}
