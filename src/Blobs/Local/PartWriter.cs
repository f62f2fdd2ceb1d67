using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Grainline.Blobs.Local;

/// <summary>
/// Adds one piece to the file of an upload. The file's length is the offset that clients resume at, so only what counts may stand in it: while a piece with a checksum is being written a second
/// file says where the unproven part begins, and whoever comes after a crash cuts it off there.
/// </summary>
internal sealed class PartWriter(string part, string verify, int flushBytes)
{
    private const int BufferBytes = 128 << 10;

    /// <summary>How much of the file counts while its tail is unproven; null when all of it does.</summary>
    public static long? Proven(string verify) =>
        File.Exists(verify) ? long.TryParse(File.ReadAllText(verify), CultureInfo.InvariantCulture, out var length) ? length : 0 : null;

    public async Task<Appended> Append(long offset, Stream content, long limit, BlobChecksum? checksum, CancellationToken cancellation)
    {
        if (Open(out var result) is not { } file)
            return new(result, 0);
        await using (file)
        {
            if (Proven(verify) is { } proven)
            {
                file.SetLength(Math.Min(proven, file.Length));
                await Flush(file);
                File.Delete(verify);
            }

            if (file.Length != offset)
                return new(AppendResult.WrongOffset, file.Length);
            if (checksum is not null)
                await MarkUnproven(offset);
            file.Position = offset;
            using var hash = checksum is null ? null : IncrementalHash.CreateHash(checksum.Algorithm);
            result = await Copy(content, file, limit, hash, cancellation);
            if (checksum is null)
            {
                await Flush(file);
                return new(result, file.Length);
            }

            var whole = result == AppendResult.Stored;
            var proof = whole && checksum.Fits(hash!.GetHashAndReset());
            if (!proof)
                file.SetLength(offset);
            await Flush(file);
            File.Delete(verify);
            return new(whole && !proof ? AppendResult.ChecksumMismatch : result, file.Length);
        }
    }

    /// <summary>The lock is the file itself, so that it holds between processes and ends with them.</summary>
    private FileStream? Open(out AppendResult result)
    {
        result = AppendResult.Stored;
        try
        {
            return new(part, FileMode.Open, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            result = AppendResult.Missing;
        }
        catch (IOException) when (File.Exists(part))
        {
            result = AppendResult.Busy;
        }

        return null;
    }

    private async Task<AppendResult> Copy(Stream content, FileStream file, long limit, IncrementalHash? hash, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (var unflushed = 0; ;)
            {
                if (await Read(content, buffer, cancellation) is not { } read)
                    return AppendResult.Interrupted;
                if (read == 0)
                    return AppendResult.Stored;
                var fits = (int)Math.Min(read, limit - file.Position);
                hash?.AppendData(buffer, 0, fits);
                await file.WriteAsync(buffer.AsMemory(0, fits), CancellationToken.None);
                if (fits < read)
                    return AppendResult.TooLong;
                if ((unflushed += fits) < flushBytes)
                    continue;
                await Flush(file);
                unflushed = 0;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Null when the sender is gone: a failure of theirs, not of the disk.</summary>
    private static async Task<int?> Read(Stream content, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await content.ReadAsync(buffer.AsMemory(0, BufferBytes), cancellation);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task MarkUnproven(long offset)
    {
        await using var mark = new FileStream(verify, FileMode.Create, FileAccess.Write, FileShare.Read);
        await mark.WriteAsync(System.Text.Encoding.ASCII.GetBytes(offset.ToString(CultureInfo.InvariantCulture)));
        mark.Flush(flushToDisk: true);
    }

    // It waits for the disk, seconds if it must: not on a thread that others wait for.
    private static Task Flush(FileStream file) => Task.Run(() => file.Flush(flushToDisk: true));
}
