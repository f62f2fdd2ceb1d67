using System.Buffers;

namespace Grainline.Load.Wire;

/// <summary>
/// One WebSocket, as a client, over a stream. Frames are written in place and sent at once; one loop receives. No task, no allocation a message.
/// </summary>
internal sealed class RawSocket(Stream stream) : IDisposable
{
    private readonly RecordSplitter _splitter = new();
    private readonly Lock _sending = new();
    private byte[] _in = ArrayPool<byte>.Shared.Rent(4_096);
    private int _end;

    /// <summary>Sends one text frame. <paramref name="buffer"/> has room for a head before <paramref name="payloadAt"/>.</summary>
    /// <exception cref="IOException">The connection is gone.</exception>
    public void Send(byte[] buffer, int payloadAt, int payloadLength, byte opcode = FrameHeader.Text)
    {
        var start = FrameHeader.WriteBefore(buffer, payloadAt, payloadLength, opcode);
        // Blocking: a loopback or an unhurried network takes a small frame at once, and a task for each would cost more than the system call.
        lock (_sending)
            stream.Write(buffer, start, payloadAt + payloadLength - start);
    }

    /// <summary>Receives until the connection ends, whoever ended it.</summary>
    public async Task Receive(IRecords records)
    {
        try
        {
            while (true)
            {
                if (_end == _in.Length)
                    Grow();
                var got = await stream.ReadAsync(_in.AsMemory(_end));
                _end += got;
                if (got == 0 || !Unframe(records))
                    return;
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // How a connection ends when the other side is killed, or this one aborts; the owner is told by the end of the loop.
            return;
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose() => stream.Dispose();

    private bool Unframe(IRecords records)
    {
        var at = 0;
        while (FrameHeader.TryRead(_in.AsSpan(at, _end - at), out var head) && head.FrameLength <= _end - at)
        {
            var payload = _in.AsSpan(at + head.HeaderLength, (int)head.PayloadLength);
            if (head.IsData)
                _splitter.Take(payload, records);
            else if (head.Opcode == FrameHeader.Close)
                return false;
            else if (head.Opcode == FrameHeader.Ping)
                Pong(payload);
            at += (int)head.FrameLength;
        }
        _in.AsSpan(at, _end - at).CopyTo(_in);
        _end -= at;
        return true;
    }

    private void Pong(ReadOnlySpan<byte> payload)
    {
        var frame = new byte[FrameHeader.Longest + payload.Length];
        payload.CopyTo(frame.AsSpan(FrameHeader.Longest));
        Send(frame, FrameHeader.Longest, payload.Length, FrameHeader.Pong);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_in.Length * 2);
        _in.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_in);
        _in = larger;
    }
}
