using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Options;

namespace Grainline.Blobs.S3;

/// <summary>
/// Blobs as objects of a bucket. An upload is a multipart upload; part n always holds the same stretch of the file, so two gateways that write it at once write the same. What is less than a
/// part waits as an object of its own, named for the number of parts before it: after a crash between the part and the removal of its tail, the tail's name says that it is over.
/// </summary>
internal sealed class S3BlobStore(IOptions<S3Options> options, TimeProvider time) : IBlobStore, IDisposable
{
    private const string UploadEnding = ".upload";

    private readonly S3Bucket _bucket = new(options.Value);
    private readonly BusyKeys _busy = new();

    public string Name => "s3";

    public async Task CreateAsync(BlobKey key, CancellationToken cancellation)
    {
        if (await UploadOf(key, cancellation) is not null || await _bucket.Facts(Blob(key), cancellation) is not null)
            return;
        var upload = await _bucket.Begin(Blob(key), cancellation);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(upload));
        await _bucket.Put(Blob(key) + UploadEnding, content, cancellation);
    }

    public async Task<long?> LengthAsync(BlobKey key, CancellationToken cancellation) =>
        await UploadOf(key, cancellation) is { } upload ? (await Standing(key, upload, cancellation)).Length : (await _bucket.Facts(Blob(key), cancellation))?.Bytes;

    public async Task<Appended> AppendAsync(BlobKey key, long offset, Stream content, long limit, BlobChecksum? checksum, CancellationToken cancellation)
    {
        using var place = _busy.Take(key);
        if (place is null)
            return new(AppendResult.Busy, 0);
        if (await UploadOf(key, cancellation) is not { } upload)
            return new(AppendResult.Missing, 0);
        var (parts, tail) = await Standing(key, upload, cancellation);
        var start = (long)parts * options.Value.PartBytes;
        if (start + tail != offset)
            return new(AppendResult.WrongOffset, start + tail);
        await using var proven = checksum is null ? null : new Spool();
        if (checksum is not null)
        {
            var read = await proven!.Prove(content, limit - offset, checksum, cancellation);
            if (read != AppendResult.Stored)
                return new(read, offset);
            content = proven.Stream;
        }

        return await new PartSender(_bucket, Blob(key), upload, options.Value.PartBytes).Send(parts, tail, content, limit, cancellation);
    }

    public async Task<string> CompleteAsync(BlobKey key, CancellationToken cancellation)
    {
        if (await UploadOf(key, cancellation) is not { } upload)
            return $"etag:{(await _bucket.Facts(Blob(key), cancellation))?.ETag.Trim('"')}";
        if (await _bucket.Facts(Blob(key), cancellation) is not { } done)
        {
            var (parts, tail) = await Standing(key, upload, cancellation);
            if (parts + tail == 0)
                await _bucket.Put(Blob(key), Stream.Null, cancellation);
            else
            {
                if (tail > 0)
                    await new PartSender(_bucket, Blob(key), upload, options.Value.PartBytes).SendTail(parts, cancellation);
                await _bucket.Finish(Blob(key), upload, await _bucket.Parts(Blob(key), upload, cancellation), cancellation);
            }

            done = (await _bucket.Facts(Blob(key), cancellation))!;
        }

        await Tidy(key, cancellation);
        return $"etag:{done.ETag.Trim('"')}";
    }

    public async Task<Stream?> OpenAsync(BlobKey key, long from, long count, CancellationToken cancellation) =>
        count == 0 ? Stream.Null : (await _bucket.Get(Blob(key), from, from + count - 1, cancellation))?.ResponseStream;

    public async Task PutPreviewAsync(BlobKey key, ReadOnlyMemory<byte> picture, CancellationToken cancellation)
    {
        using var content = new MemoryStream(picture.ToArray());
        await _bucket.Put(Blob(key) + ".preview", content, cancellation);
    }

    public async Task<byte[]?> PreviewAsync(BlobKey key, CancellationToken cancellation)
    {
        using var found = await _bucket.Get(Blob(key) + ".preview", null, null, cancellation);
        if (found is null)
            return null;
        using var picture = new MemoryStream();
        await found.ResponseStream.CopyToAsync(picture, cancellation);
        return picture.ToArray();
    }

    public async Task DeleteAsync(BlobKey key, CancellationToken cancellation)
    {
        if (await UploadOf(key, cancellation) is { } upload)
            await _bucket.Abort(Blob(key), upload, cancellation);
        await Tidy(key, cancellation);
        await _bucket.Delete(Blob(key), cancellation);
        await _bucket.Delete(Blob(key) + ".preview", cancellation);
    }

    public async IAsyncEnumerable<BlobKey> UploadsAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (name, at) in _bucket.List("", cancellation))
        {
            if (at < before && name.EndsWith(UploadEnding, StringComparison.Ordinal) && name[..^UploadEnding.Length].Split('/') is [var tenant, var id])
                yield return new(tenant, id);
        }
    }

    public Uri? Link(BlobKey key, BlobLink link) => options.Value.Redirect ? _bucket.Link(Blob(key), link, time.GetUtcNow()) : null;

    public void Dispose() => _bucket.Dispose();

    private static string Blob(BlobKey key) => key.ToString();

    private async Task<string?> UploadOf(BlobKey key, CancellationToken cancellation)
    {
        using var found = await _bucket.Get(Blob(key) + UploadEnding, null, null, cancellation);
        if (found is null)
            return null;
        using var reader = new StreamReader(found.ResponseStream);
        return await reader.ReadToEndAsync(cancellation);
    }

    private async Task<Standing> Standing(BlobKey key, string upload, CancellationToken cancellation)
    {
        var parts = (await _bucket.Parts(Blob(key), upload, cancellation)).Count;
        var tail = await _bucket.Facts(PartSender.Tail(Blob(key), parts), cancellation);
        return new(parts, tail?.Bytes ?? 0, options.Value.PartBytes);
    }

    /// <summary>What only the upload needed. The name of the upload goes last: as long as it is there, somebody will tidy again.</summary>
    private async Task Tidy(BlobKey key, CancellationToken cancellation)
    {
        await foreach (var (name, _) in _bucket.List(Blob(key) + ".tail.", cancellation))
            await _bucket.Delete(name, cancellation);
        await _bucket.Delete(Blob(key) + UploadEnding, cancellation);
    }
}

/// <summary>How far an upload is.</summary>
internal readonly record struct Standing(int Parts, long Tail, long PartBytes)
{
    public long Length => (Parts * PartBytes) + Tail;

    public void Deconstruct(out int parts, out long tail) => (parts, tail) = (Parts, Tail);
}
