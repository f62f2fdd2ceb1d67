using System.Text;
using Grainline.Load.Wire;

namespace Grainline.Load.Tests.Wire;

public sealed class RawSocketTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Receive_FramesCutAnywhere_GivesTheSameRecords(int pieces)
    {
        var large = new string('x', 70_000);
        byte[] bytes = [.. Frame(0x01, "one\u001etw"), .. Frame(0x80, "o\u001e"), .. Frame(0x89, "ping"), .. Frame(0x81, new string('y', 300) + "\u001e"), .. Frame(0x81, large + "\u001e"), .. Frame(0x88, "")];
        var stream = new SlicedStream(bytes, pieces);
        var records = new Collected();
        await new RawSocket(stream).Receive(records);
        Assert.Equal(["one", "two", new string('y', 300), large], records.Texts);
        Assert.Equal([0x8a, 0x84, 0, 0, 0, 0, .. "ping"u8], stream.Written.ToArray());
    }

    [Theory]
    [InlineData(5, 6)]
    [InlineData(125, 6)]
    [InlineData(126, 8)]
    [InlineData(65_536, 14)]
    public void Send_AnyLength_WritesAMaskedHead(int length, int head)
    {
        var stream = new SlicedStream([], 1);
        new RawSocket(stream).Send(new byte[FrameHeader.Longest + length], FrameHeader.Longest, length);
        var written = stream.Written.ToArray();
        Assert.Equal(head + length, written.Length);
        Assert.Equal((0x81, 0x80), (written[0], written[1] & 0x80));
        // A server's frame has no mask: without that bit the head reads as one, four bytes shorter.
        Assert.True(FrameHeader.TryRead(written, out var read));
        Assert.Equal((length, head - 4), (read.PayloadLength, read.HeaderLength));
    }

    private static byte[] Frame(byte first, string payload)
    {
        var bytes = Encoding.ASCII.GetBytes(payload);
        byte[] length = bytes.Length < 126 ? [(byte)bytes.Length]
            : bytes.Length <= ushort.MaxValue ? [126, (byte)(bytes.Length >> 8), (byte)bytes.Length]
            : [127, 0, 0, 0, 0, (byte)(bytes.Length >> 24), (byte)(bytes.Length >> 16), (byte)(bytes.Length >> 8), (byte)bytes.Length];
        return [first, .. length, .. bytes];
    }

    private sealed class Collected : IRecords
    {
        public List<string> Texts { get; } = [];

        public void Take(ReadOnlySpan<byte> record) => Texts.Add(Encoding.ASCII.GetString(record));
    }
}
