using Grainline.Gateway.Tests.Blobs;
using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Attachments;

/// <summary>The whole way with a bucket instead of a folder.</summary>
public sealed class BucketTests : IAsyncLifetime
{
    private FakeBucket _bucket = null!;
    private Host _host = null!;

    public async ValueTask InitializeAsync()
    {
        _bucket = await FakeBucket.Start();
        _host = new Host(_bucket);
        await _host.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _bucket.DisposeAsync();
    }

    [Fact]
    public async Task Upload_ToABucket_IsShownFromHereAndSavedFromThere()
    {
        var client = new TusClient(_host, await _host.VisitorToken());
        var path = await client.Begin(TusClient.Png.Length);
        using var first = await client.Patch(path, 0, TusClient.Png[..100]);
        using var second = await client.Patch(path, 100, TusClient.Png[100..]);
        Assert.Equal((204, 204), ((int)first.StatusCode, (int)second.StatusCode));
        var id = path.Split('/')[^1];

        Assert.Equal(TusClient.Png, await _host.Http.GetByteArrayAsync(await client.Url(id)));
        using var direct = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _host.Address };
        using var redirected = await direct.GetAsync(new Uri(await client.Url(id, new { save = true }), UriKind.Relative));
        Assert.Equal((302, _bucket.Address.Port), ((int)redirected.StatusCode, redirected.Headers.Location!.Port));
        Assert.Equal(TusClient.Png, await direct.GetByteArrayAsync(redirected.Headers.Location));
    }

    [Fact]
    public async Task Patch_BucketFails_IsTemporaryAndLosesNothing()
    {
        var client = new TusClient(_host, await _host.VisitorToken());
        var path = await client.Begin(TusClient.Png.Length);
        using var first = await client.Patch(path, 0, TusClient.Png[..100]);
        _bucket.Failing.Enqueue("PUT");

        using var failed = await client.Patch(path, 100, TusClient.Png[100..]);

        Assert.Equal((503, 504), ((int)failed.StatusCode, await TusClient.Code(failed)));
        Assert.Equal(100, await client.Offset(path));
    }

    private sealed class Host(FakeBucket bucket) : GatewayHost
    {
        protected override string[] Arguments =>
        [
            "--Blobs:Store=s3", $"--S3:Endpoint={bucket.Address}", $"--S3:Bucket={FakeBucket.Name}", $"--S3:Region={FakeBucket.Region}",
            $"--S3:AccessKey={FakeBucket.AccessKey}", $"--S3:SecretKey={FakeBucket.SecretKey}", "--S3:Redirect=true",
        ];
    }
}
