namespace Grainline.Blobs;

/// <summary>
/// Bytes that are too many for the journal. A blob is uploaded in pieces, any of which may be cut off, through any gateway, and is whole from <see cref="CompleteAsync"/> on.
/// Everything is streamed: no call holds more than a buffer of it.
/// </summary>
/// <remarks>What the store itself cannot do (disk full, no network) is a <see cref="BlobException"/>.</remarks>
public interface IBlobStore
{
    /// <summary>What options call this store, such as <c>local</c>.</summary>
    string Name { get; }

    /// <summary>Starts an upload; one that exists stays as it is.</summary>
    Task CreateAsync(BlobKey key, CancellationToken cancellation);

    /// <summary>Bytes that are safe, of the upload or the blob; null when there is neither.</summary>
    Task<long?> LengthAsync(BlobKey key, CancellationToken cancellation);

    /// <summary>
    /// Adds what <paramref name="content"/> holds at <paramref name="offset"/>, up to <paramref name="limit"/> bytes in all. On return it is durable. What came before
    /// <paramref name="content"/> broke off is kept, unless it has a checksum: then all of it counts or nothing.
    /// </summary>
    Task<Appended> AppendAsync(BlobKey key, long offset, Stream content, long limit, BlobChecksum? checksum, CancellationToken cancellation);

    /// <summary>Makes the upload a blob and answers with a digest of its content, such as <c>sha256:...</c>. A blob stays as it is.</summary>
    Task<string> CompleteAsync(BlobKey key, CancellationToken cancellation);

    /// <summary><paramref name="count"/> bytes of a blob from <paramref name="from"/>; null when there is no such blob.</summary>
    Task<Stream?> OpenAsync(BlobKey key, long from, long count, CancellationToken cancellation);

    /// <summary>Keeps a small picture of the blob beside it, in place of a former one.</summary>
    Task PutPreviewAsync(BlobKey key, ReadOnlyMemory<byte> picture, CancellationToken cancellation);

    Task<byte[]?> PreviewAsync(BlobKey key, CancellationToken cancellation);

    /// <summary>Removes everything of this key; nothing to remove is fine.</summary>
    Task DeleteAsync(BlobKey key, CancellationToken cancellation);

    /// <summary>Uploads that nobody has added to since <paramref name="before"/> (UTC).</summary>
    IAsyncEnumerable<BlobKey> UploadsAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>An address from which anybody can get the blob for a while, without this product; null when the store has none.</summary>
    Uri? Link(BlobKey key, BlobLink link);
}
