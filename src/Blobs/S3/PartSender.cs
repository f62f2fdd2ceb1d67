using System.Globalization;

namespace Grainline.Blobs.S3;

/// <summary>Cuts what arrives into parts and keeps the rest as the tail.</summary>
internal sealed class PartSender(S3Bucket bucket, string blob, string upload, int partBytes)
{
    public static string Tail(string blob, int parts) => string.Create(CultureInfo.InvariantCulture, $"{blob}.tail.{parts}");

    public async Task<Appended> Send(int parts, long tail, Stream content, long limit, CancellationToken cancellation)
    {
        await using var spool = new Spool();
        if (tail > 0)
            await Recall(parts, spool);
        AppendResult? end = null;
        while (end is null)
        {
            var start = (long)parts * partBytes;
            end = await spool.Fill(content, Math.Min(partBytes, limit - start), cancellation);
            if (end is null && start + spool.Stream.Length == limit)
                end = await content.ReadAtMost() == 0 ? AppendResult.Stored : AppendResult.TooLong;

            // What was read is kept even if the sender has gone: none of this is cancelled by it.
            if (spool.Stream.Length < partBytes)
                continue;
            spool.Stream.Position = 0;
            await bucket.AddPart(blob, upload, ++parts, spool.Stream, CancellationToken.None);
            spool.Empty();
        }

        var rest = spool.Stream.Length;
        if (rest > 0)
        {
            spool.Stream.Position = 0;
            await bucket.Put(Tail(blob, parts), spool.Stream, CancellationToken.None);
        }

        return new(end.Value, ((long)parts * partBytes) + rest);
    }

    /// <summary>The tail becomes the last part, which may be small.</summary>
    public async Task SendTail(int parts, CancellationToken cancellation)
    {
        await using var spool = new Spool();
        await Recall(parts, spool);
        spool.Stream.Position = 0;
        await bucket.AddPart(blob, upload, parts + 1, spool.Stream, cancellation);
    }

    private async Task Recall(int parts, Spool spool)
    {
        using var found = await bucket.Get(Tail(blob, parts), null, null, CancellationToken.None);
        if (found is not null)
            await found.ResponseStream.CopyToAsync(spool.Stream, CancellationToken.None);
    }
}

internal static class StreamEnds
{
    /// <summary>Whether anything is left: 0 or 1. A sender that is gone has nothing left.</summary>
    public static async Task<int> ReadAtMost(this Stream content)
    {
        try
        {
            return await content.ReadAsync(new byte[1].AsMemory());
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return 0;
        }
    }
}
