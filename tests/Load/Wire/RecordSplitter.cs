using System.Buffers;

namespace Grainline.Load.Wire;

/// <summary>Cuts payload into records at 0x1e. A record that lies in one piece is handed on without a copy.</summary>
internal sealed class RecordSplitter
{
    public const byte End = 0x1e;

    private ArrayBufferWriter<byte>? _begun;

    public void Take(ReadOnlySpan<byte> payload, IRecords records)
    {
        while (!payload.IsEmpty)
        {
            var end = payload.IndexOf(End);
            if (end < 0)
            {
                (_begun ??= new()).Write(payload);
                return;
            }
            if (_begun is { WrittenCount: > 0 })
            {
                _begun.Write(payload[..end]);
                records.Take(_begun.WrittenSpan);
                _begun.ResetWrittenCount();
            }
            else
            {
                records.Take(payload[..end]);
            }
            payload = payload[(end + 1)..];
        }
    }
}
