using System.Buffers.Binary;

namespace Grainline.Load.Wire;

/// <summary>The head of a WebSocket frame (RFC 6455, 5.2).</summary>
internal readonly record struct FrameHeader(byte Opcode, int HeaderLength, long PayloadLength)
{
    public const byte Text = 1, Close = 8, Ping = 9, Pong = 10;

    /// <summary>Longest head a client writes: 2 bytes, 8 of length, 4 of mask.</summary>
    public const int Longest = 14;

    public long FrameLength => HeaderLength + PayloadLength;

    public bool IsData => Opcode is 0 or 1 or 2;

    /// <summary>Reads the head of a server's frame; false when more bytes are needed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out FrameHeader header)
    {
        header = default;
        if (bytes.Length < 2)
            return false;
        var opcode = (byte)(bytes[0] & 0x0f);
        var length = bytes[1] & 0x7f;
        var head = length switch { 126 => 4, 127 => 10, _ => 2 };
        if (bytes.Length < head)
            return false;
        header = new(opcode, head, length switch
        {
            126 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            127 => BinaryPrimitives.ReadInt64BigEndian(bytes[2..]),
            _ => length,
        });
        return true;
    }

    /// <summary>Writes a client's head just before <paramref name="payloadAt"/> and returns where the frame starts. The mask is zero: it changes nothing and costs nothing.</summary>
    public static int WriteBefore(Span<byte> buffer, int payloadAt, int payloadLength, byte opcode)
    {
        var head = payloadLength < 126 ? 2 : payloadLength <= ushort.MaxValue ? 4 : 10;
        var start = payloadAt - head - 4;
        buffer[start] = (byte)(0x80 | opcode);
        buffer[start + 1] = (byte)(0x80 | (head == 2 ? payloadLength : head == 4 ? 126 : 127));
        if (head == 4)
            BinaryPrimitives.WriteUInt16BigEndian(buffer[(start + 2)..], (ushort)payloadLength);
        else if (head == 10)
            BinaryPrimitives.WriteInt64BigEndian(buffer[(start + 2)..], payloadLength);
        buffer.Slice(payloadAt - 4, 4).Clear();
        return start;
    }
}
