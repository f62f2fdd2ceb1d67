namespace Grainline.Load.Tests.Wire;

/// <summary>Gives out bytes a few at a time, as networks do, and keeps what is written.</summary>
internal sealed class SlicedStream(byte[] bytes, int slice) : MemoryStream(bytes)
{
    public MemoryStream Written { get; } = new();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(slice, buffer.Length)], cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => Written.Write(buffer, offset, count);
}
