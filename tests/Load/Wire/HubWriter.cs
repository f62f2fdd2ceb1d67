using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Grainline.Load.Wire;

/// <summary>Writes SignalR's JSON protocol. One for each thread, used again for every frame.</summary>
internal sealed class HubWriter : IBufferWriter<byte>
{
    [ThreadStatic]
    private static HubWriter? _ofThisThread;

    private readonly Utf8JsonWriter _json;
    private byte[] _buffer = new byte[2_048];
    private int _end;

    private HubWriter() => _json = new(this);

    public static HubWriter OfThisThread => _ofThisThread ??= new();

    public byte[] Buffer => _buffer;

    public int PayloadAt => FrameHeader.Longest;

    public int PayloadLength => _end - FrameHeader.Longest;

    /// <summary>Begins <c>{"type":1,"invocationId":"7","target":"Post","arguments":[{</c>; members of the only argument follow.</summary>
    public Utf8JsonWriter Begin(JsonEncodedText target, int invocation)
    {
        _end = FrameHeader.Longest;
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteNumber("type"u8, 1);
        Span<byte> id = stackalloc byte[11];
        invocation.TryFormat(id, out var length, provider: CultureInfo.InvariantCulture);
        _json.WriteString("invocationId"u8, id[..length]);
        _json.WriteString("target"u8, target);
        _json.WriteStartArray("arguments"u8);
        return _json;
    }

    public void End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        Write(RecordSplitter.End);
    }

    public void Raw(ReadOnlySpan<byte> record)
    {
        _end = FrameHeader.Longest;
        record.CopyTo(GetSpan(record.Length));
        _end += record.Length;
        Write(RecordSplitter.End);
    }

    public void Advance(int count) => _end += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffer.Length - _end < Math.Max(sizeHint, 256))
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _end + sizeHint + 256));
        return _buffer.AsMemory(_end);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void Write(byte last)
    {
        GetSpan(1)[0] = last;
        _end++;
    }
}
