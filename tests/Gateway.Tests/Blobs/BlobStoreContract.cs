using System.Security.Cryptography;
using Grainline.Blobs;

namespace Grainline.Gateway.Tests.Blobs;

/// <summary>What every store keeps. A store is made anew between the steps: none may remember anything that another process would not know.</summary>
public abstract class BlobStoreContract
{
    private static readonly BlobKey Key = new("acme", "0193f00dab");

    /// <summary>Longer than two parts of a bucket, and no multiple of one.</summary>
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes((12 << 20) + 345);

    internal abstract IBlobStore Store();

    [Fact]
    public async Task Append_InPieces_IsWholeAndReadableInParts()
    {
        await Store().CreateAsync(Key, default);
        var at = 0;
        foreach (var end in new[] { 1, 3 << 20, (5 << 20) + 7, 12 << 20, Content.Length })
        {
            Assert.Equal(at, await Store().LengthAsync(Key, default));
            Assert.Equal(new Appended(AppendResult.Stored, end), await Append(at, Content[at..end]));
            at = end;
        }

        var digest = await Store().CompleteAsync(Key, default);

        Assert.Equal(digest, await Store().CompleteAsync(Key, default));
        Assert.Equal(Content.Length, await Store().LengthAsync(Key, default));
        Assert.Equal(Content, await Read(0, Content.Length));
        Assert.Equal(Content[1000..1010], await Read(1000, 10));
    }

    [Fact]
    public async Task Append_AtOnce_IsWhole()
    {
        await Store().CreateAsync(Key, default);
        await Append(0, Content);
        await Store().CompleteAsync(Key, default);

        Assert.Equal(Content, await Read(0, Content.Length));
    }

    [Fact]
    public async Task Append_SenderGone_KeepsWhatCame()
    {
        await Store().CreateAsync(Key, default);

        var appended = await Store().AppendAsync(Key, 0, new BrokenStream(Content[..(6 << 20)]), Content.Length, null, default);

        Assert.Equal(new Appended(AppendResult.Interrupted, 6 << 20), appended);
        Assert.Equal(6 << 20, await Store().LengthAsync(Key, default));
        await Append(6 << 20, Content[(6 << 20)..]);
        await Store().CompleteAsync(Key, default);
        Assert.Equal(Content, await Read(0, Content.Length));
    }

    [Fact]
    public async Task Append_WrongOffsetTooMuchOrNoUpload_IsToldApart()
    {
        Assert.Equal(AppendResult.Missing, (await Append(0, Content)).Result);
        await Store().CreateAsync(Key, default);
        await Append(0, Content[..100]);

        Assert.Equal(new Appended(AppendResult.WrongOffset, 100), await Append(0, Content[..100]));
        Assert.Equal(AppendResult.TooLong, (await Store().AppendAsync(Key, 100, new MemoryStream(Content[100..300]), 200, null, default)).Result);
    }

    [Fact]
    public async Task Append_WithChecksum_AllOrNothing()
    {
        await Store().CreateAsync(Key, default);
        await Append(0, Content[..100]);
        var piece = Content[100..(7 << 20)];
        var right = new BlobChecksum(HashAlgorithmName.SHA256, SHA256.HashData(piece));

        var wrong = await Store().AppendAsync(Key, 100, new MemoryStream(piece[..^1]), Content.Length, right, default);
        var broken = await Store().AppendAsync(Key, 100, new BrokenStream(piece), Content.Length, right, default);
        Assert.Equal((AppendResult.ChecksumMismatch, AppendResult.Interrupted, 100L), (wrong.Result, broken.Result, await Store().LengthAsync(Key, default)));
        var stored = await Store().AppendAsync(Key, 100, new MemoryStream(piece), Content.Length, right, default);

        Assert.Equal(new Appended(AppendResult.Stored, 7 << 20), stored);
    }

    [Fact]
    public async Task Preview_PutTwice_IsTheLast()
    {
        await Store().CreateAsync(Key, default);
        Assert.Null(await Store().PreviewAsync(Key, default));
        await Store().PutPreviewAsync(Key, "one"u8.ToArray(), default);
        await Store().PutPreviewAsync(Key, "two"u8.ToArray(), default);

        Assert.Equal("two"u8.ToArray(), await Store().PreviewAsync(Key, default));
    }

    [Fact]
    public async Task Delete_AtAnyStage_LeavesNothing()
    {
        await Store().DeleteAsync(Key, default);
        await Store().CreateAsync(Key, default);
        await Append(0, Content[..100]);
        Assert.Equal([Key], await Uploads());
        await Store().DeleteAsync(Key, default);
        Assert.Null(await Store().LengthAsync(Key, default));
        Assert.Empty(await Uploads());
        await Store().CreateAsync(Key, default);
        await Append(0, Content);
        await Store().CompleteAsync(Key, default);
        await Store().PutPreviewAsync(Key, "one"u8.ToArray(), default);
        Assert.Empty(await Uploads());

        await Store().DeleteAsync(Key, default);

        Assert.Null(await Store().OpenAsync(Key, 0, 10, default));
        Assert.Null(await Store().PreviewAsync(Key, default));
        AssertEmpty();
    }

    /// <summary>Not even a trace.</summary>
    private protected abstract void AssertEmpty();

    private protected static BlobKey Blob => Key;

    private protected static byte[] Bytes => Content;

    private protected Task<Appended> Append(long offset, byte[] piece) => Store().AppendAsync(Key, offset, new MemoryStream(piece), Content.Length, null, default);

    private protected async Task<byte[]> Read(long from, long count)
    {
        await using var stream = await Store().OpenAsync(Key, from, count, default);
        using var read = new MemoryStream();
        await stream!.CopyToAsync(read);
        return read.ToArray();
    }

    private async Task<List<BlobKey>> Uploads()
    {
        var found = new List<BlobKey>();
        await foreach (var key in Store().UploadsAsync(DateTimeOffset.MaxValue, default))
            found.Add(key);
        return found;
    }
}
