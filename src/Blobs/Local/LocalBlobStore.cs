using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Grainline.Blobs.Local;

/// <summary>Blobs as files of one folder, on a local disk or on one that the gateways share. How pieces are added is in <see cref="PartWriter"/>.</summary>
internal sealed class LocalBlobStore(IOptions<BlobOptions> options) : IBlobStore
{
    private readonly LocalPlaces _places = new(options.Value.Folder!);

    public string Name => "local";

    public Task CreateAsync(BlobKey key, CancellationToken cancellation) => Kept(() =>
    {
        var part = _places.Part(key);
        Directory.CreateDirectory(Path.GetDirectoryName(part)!);
        if (!File.Exists(_places.Blob(key)))
            new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
        return Task.CompletedTask;
    });

    public Task<long?> LengthAsync(BlobKey key, CancellationToken cancellation)
    {
        var blob = new FileInfo(_places.Blob(key));
        var part = new FileInfo(_places.Part(key));
        return Task.FromResult(blob.Exists ? blob.Length : part.Exists ? PartWriter.Proven(_places.Verify(key)) ?? part.Length : (long?)null);
    }

    public Task<Appended> AppendAsync(BlobKey key, long offset, Stream content, long limit, BlobChecksum? checksum, CancellationToken cancellation) =>
        Kept(() => new PartWriter(_places.Part(key), _places.Verify(key), options.Value.FlushBytes).Append(offset, content, limit, checksum, cancellation));

    public Task<string> CompleteAsync(BlobKey key, CancellationToken cancellation) => Kept(async () =>
    {
        var (blob, part) = (_places.Blob(key), _places.Part(key));
        var source = File.Exists(blob) ? blob : part;
        await using (var file = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan))
        {
            var digest = $"sha256:{Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation))}";
            if (source == part)
                File.Move(part, blob, overwrite: true);
            return digest;
        }
    });

    public Task<Stream?> OpenAsync(BlobKey key, long from, long count, CancellationToken cancellation)
    {
        var blob = _places.Blob(key);
        if (!File.Exists(blob))
            return Task.FromResult<Stream?>(null);
        var file = new FileStream(blob, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        file.Position = from;
        return Task.FromResult<Stream?>(new Stretch(file, count));
    }

    public Task PutPreviewAsync(BlobKey key, ReadOnlyMemory<byte> picture, CancellationToken cancellation) => Kept(async () =>
    {
        var made = $"{_places.Preview(key)}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(made, picture, cancellation);
        File.Move(made, _places.Preview(key), overwrite: true);
    });

    public async Task<byte[]?> PreviewAsync(BlobKey key, CancellationToken cancellation) =>
        File.Exists(_places.Preview(key)) ? await File.ReadAllBytesAsync(_places.Preview(key), cancellation) : null;

    public Task DeleteAsync(BlobKey key, CancellationToken cancellation) => Kept(() =>
    {
        if (Directory.Exists(Path.GetDirectoryName(_places.Blob(key))))
        {
            foreach (var path in new[] { _places.Blob(key), _places.Part(key), _places.Verify(key), _places.Preview(key) })
                File.Delete(path);
        }

        return Task.CompletedTask;
    });

    public async IAsyncEnumerable<BlobKey> UploadsAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (key, touched) in _places.Parts())
        {
            cancellation.ThrowIfCancellationRequested();
            if (touched < before)
                yield return key;
        }

        await Task.CompletedTask;
    }

    public Uri? Link(BlobKey key, BlobLink link) => null;

    private static Task Kept(Func<Task> work) => Kept(async () =>
    {
        await work();
        return 0;
    });

    private static async Task<T> Kept<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BlobException("The folder of attachments refuses it.", e);
        }
    }
}
