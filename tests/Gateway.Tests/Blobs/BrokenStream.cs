namespace Grainline.Gateway.Tests.Blobs;

/// <summary>What a sender leaves behind whose connection breaks after its last byte.</summary>
internal sealed class BrokenStream(byte[] content) : MemoryStream(content)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("The connection is gone.");
}
