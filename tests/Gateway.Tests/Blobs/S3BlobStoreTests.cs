using Grainline.Blobs;
using Grainline.Blobs.S3;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Tests.Blobs;

public sealed class S3BlobStoreTests : BlobStoreContract, IAsyncLifetime
{
    private FakeBucket _bucket = null!;

    public async ValueTask InitializeAsync() => _bucket = await FakeBucket.Start();

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bucket.Refused);
        await _bucket.DisposeAsync();
    }

    internal override IBlobStore Store() => Store(FakeBucket.SecretKey);

    [Fact]
    public async Task Append_TailOfAPartThatCameLater_IsOver()
    {
        await Store().CreateAsync(Blob, default);
        await Append(0, Bytes[..100]);
        var stale = _bucket.Objects[$"p/{Blob}.tail.0"];
        await Append(100, Bytes[100..(6 << 20)]);
        // A process that was killed after the part and before its tidying.
        _bucket.Objects[$"p/{Blob}.tail.0"] = stale;

        Assert.Equal(6 << 20, await Store().LengthAsync(Blob, default));
        await Append(6 << 20, Bytes[(6 << 20)..]);
        await Store().CompleteAsync(Blob, default);

        Assert.Equal(Bytes, await Read(0, Bytes.Length));
        Assert.Equal([$"p/{Blob}"], _bucket.Objects.Keys);
    }

    [Fact]
    public async Task Link_ForAWhile_GetsItWithoutTheKey()
    {
        await Store().CreateAsync(Blob, default);
        await Append(0, Bytes);
        await Store().CompleteAsync(Blob, default);
        using var http = new HttpClient();

        var link = Store().Link(Blob, new("application/zip", "attachment; filename=a.zip", TimeSpan.FromMinutes(1)))!;
        using var got = await http.GetAsync(link);

        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(Bytes, await got.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Any_ServiceFails_IsAFailureOfTheStore()
    {
        await Store().CreateAsync(Blob, default);
        _bucket.Failing.Enqueue("PUT");

        await Assert.ThrowsAsync<BlobException>(() => Append(0, Bytes[..100]));

        Assert.Equal(0, await Store().LengthAsync(Blob, default));
    }

    [Fact]
    public async Task Any_WrongKey_IsRefused()
    {
        await using var other = await FakeBucket.Start();
        var store = Store("another-key", other);

        await Assert.ThrowsAsync<BlobException>(() => store.PutPreviewAsync(Blob, "x"u8.ToArray(), default));

        Assert.NotEmpty(other.Refused);
    }

    private protected override void AssertEmpty() => Assert.Equal((0, 0), (_bucket.Objects.Count, _bucket.OpenUploads));

    private S3BlobStore Store(string secret, FakeBucket? bucket = null) => new(
        Options.Create(new S3Options
        {
            Endpoint = (bucket ?? _bucket).Address.ToString(), Bucket = FakeBucket.Name, Region = FakeBucket.Region, AccessKey = FakeBucket.AccessKey, SecretKey = secret,
            Prefix = "p/", PartBytes = 5 << 20, Redirect = true,
        }),
        TimeProvider.System);
}
