using System.Buffers;
using System.Security.Cryptography;

namespace Grainline.Blobs.S3;

/// <summary>A file that gathers what the bucket takes only as a whole, so that memory does not. It is gone with the process.</summary>
internal sealed class Spool : IAsyncDisposable
{
    private const int BufferBytes = 128 << 10;

    public FileStream Stream { get; } = new(
        Path.Combine(Path.GetTempPath(), $"grainline-{Guid.NewGuid():N}.part"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1,
        FileOptions.Asynchronous | FileOptions.DeleteOnClose);

    /// <summary>Reads until the file has <paramref name="full"/> bytes or the content ends.</summary>
    /// <returns>Null while there may be more, else how it ended.</returns>
    public async Task<AppendResult?> Fill(Stream content, long full, CancellationToken cancellation, IncrementalHash? hash = null)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (Stream.Length < full)
            {
                int read;
                try
                {
                    read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(BufferBytes, full - Stream.Length)), cancellation);
                }
                catch (Exception e) when (e is IOException or OperationCanceledException)
                {
                    // The sender is gone. What it has sent is worth keeping.
                    return AppendResult.Interrupted;
                }

                if (read == 0)
                    return AppendResult.Stored;
                hash?.AppendData(buffer, 0, read);
                await Stream.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Takes a whole piece and compares it with its checksum, then stands at its beginning.</summary>
    public async Task<AppendResult> Prove(Stream content, long limit, BlobChecksum checksum, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(checksum.Algorithm);
        var end = await Fill(content, limit + 1, cancellation, hash);
        if (end != AppendResult.Stored)
            return end ?? AppendResult.TooLong;
        Stream.Position = 0;
        return checksum.Fits(hash.GetHashAndReset()) ? AppendResult.Stored : AppendResult.ChecksumMismatch;
    }

    public void Empty() => Stream.SetLength(0);

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
