using System.Security.Cryptography;
using System.Text;
using Grainline.Gateway.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Grainline.Gateway.Tests.Attachments;

/// <summary>The protocol of resumable uploads, header by header.</summary>
public sealed class UploadTests(AttachmentHost host) : IClassFixture<AttachmentHost>
{
    [Fact]
    public async Task Upload_InPieces_IsReadyAndWhole()
    {
        var client = await Visitor();
        var path = await client.Begin(TusClient.Png.Length);

        Assert.Equal(0, await client.Offset(path));
        using var first = await client.Patch(path, 0, TusClient.Png[..100]);
        Assert.Equal((204, "100"), ((int)first.StatusCode, first.Headers.GetValues("Upload-Offset").Single()));
        Assert.True(first.Headers.Contains("Upload-Expires"));
        Assert.Equal(100, await client.Offset(path));
        using var second = await client.Patch(path, 100, TusClient.Png[100..]);

        Assert.Equal(204, (int)second.StatusCode);
        Assert.Equal(TusClient.Png.Length, await client.Offset(path));
        Assert.Equal(TusClient.Png, await host.Http.GetByteArrayAsync(await client.Url(path.Split('/')[^1])));
    }

    [Fact]
    public async Task Create_WithTheFirstPiece_TakesBoth()
    {
        var client = await Visitor();

        using var created = await client.Create(TusClient.Png.Length, first: TusClient.Png);

        Assert.Equal((201, $"{TusClient.Png.Length}"), ((int)created.StatusCode, created.Headers.GetValues("Upload-Offset").Single()));
        Assert.Equal(TusClient.Png.Length, await client.Offset(created.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Patch_AtAnotherOffset_IsConflictAndAddsNothing()
    {
        var client = await Visitor();
        var path = await client.Begin(TusClient.Png.Length);

        using var wrong = await client.Patch(path, 10, TusClient.Png[10..]);

        Assert.Equal((409, 127), ((int)wrong.StatusCode, await TusClient.Code(wrong)));
        Assert.Equal(0, await client.Offset(path));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task Patch_WithChecksum_CountsOnlyWhenItFits(string algorithm)
    {
        var client = await Visitor();
        var path = await client.Begin(TusClient.Png.Length);
        var hash = algorithm == "sha1" ? SHA1.HashData(TusClient.Png) : SHA256.HashData(TusClient.Png);

        using var wrong = await client.Patch(path, 0, [.. TusClient.Png[..^1], 0], ("Upload-Checksum", $"{algorithm} {Convert.ToBase64String(hash)}"));
        Assert.Equal((460, 128), ((int)wrong.StatusCode, await TusClient.Code(wrong)));
        Assert.Equal(0, await client.Offset(path));
        using var right = await client.Patch(path, 0, TusClient.Png, ("Upload-Checksum", $"{algorithm} {Convert.ToBase64String(hash)}"));

        Assert.Equal(204, (int)right.StatusCode);
    }

    [Theory]
    [InlineData("crc32 AAAAAA==")]
    [InlineData("sha1 nonsense")]
    [InlineData("sha1")]
    public async Task Patch_ChecksumUnknown_IsRefused(string checksum)
    {
        var client = await Visitor();
        var path = await client.Begin(TusClient.Png.Length);

        using var refused = await client.Patch(path, 0, TusClient.Png, ("Upload-Checksum", checksum));

        Assert.Equal((400, 0L), ((int)refused.StatusCode, await client.Offset(path)));
    }

    [Fact]
    public async Task Any_OfAnotherVersion_IsPreconditionFailed()
    {
        var client = await Visitor();

        using var refused = await client.Send(HttpMethod.Post, "/api/v1/attachments", version: "0.2.2", headers: ("Upload-Length", "1"));

        Assert.Equal((412, "1.0.0"), ((int)refused.StatusCode, refused.Headers.GetValues("Tus-Version").Single()));
    }

    [Fact]
    public async Task Options_WithoutSession_TellsWhatThereIs()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/attachments");
        using var told = await host.Http.SendAsync(request);

        Assert.Equal(204, (int)told.StatusCode);
        Assert.Equal("1000000", told.Headers.GetValues("Tus-Max-Size").Single());
        Assert.Equal("creation,creation-with-upload,expiration,checksum,termination", told.Headers.GetValues("Tus-Extension").Single());
    }

    [Fact]
    public async Task Options_FromAnotherPage_AllowsTheProtocol()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/attachments/x");
        request.Headers.Add("Origin", "https://shop.example");
        request.Headers.Add("Access-Control-Request-Method", "PATCH");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,tus-resumable,upload-offset,content-type");
        using var told = await host.Http.SendAsync(request);

        Assert.Equal("*", told.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("PATCH", told.Headers.GetValues("Access-Control-Allow-Methods").Single());
    }

    [Theory]
    [InlineData(1_000_001, "a.png", "image/png", 413)]
    [InlineData(0, "a.png", "image/png", 400)]
    [InlineData(10, "a.svg", "image/svg+xml", 415)]
    [InlineData(10, "a.exe", "application/x-msdownload", 415)]
    public async Task Create_BeyondTheLimits_IsRefused(long bytes, string name, string type, int status)
    {
        using var refused = await (await Visitor()).Create(bytes, name, type);

        Assert.Equal(status, (int)refused.StatusCode);
    }

    [Theory]
    [InlineData("image/png", "<html><script>alert(1)</script>")]
    [InlineData("image/png", "<?xml version='1.0'?><svg onload='alert(1)'/>")]
    [InlineData("image/jpeg", "MZ this program cannot be run in DOS mode")]
    [InlineData("application/pdf", "#!/bin/sh\nrm -rf /")]
    [InlineData("text/plain", "\u007fELF and so on")]
    [InlineData("image/gif", "just words")]
    public async Task Patch_NotWhatItIsCalled_IsRefusedAndGone(string type, string content)
    {
        var client = await Visitor();
        var bytes = Encoding.Latin1.GetBytes(content);
        var path = await client.Begin(bytes.Length, "file", type);

        using var refused = await client.Patch(path, 0, bytes);

        Assert.Equal((415, 124), ((int)refused.StatusCode, await TusClient.Code(refused)));
        using var head = await client.Send(HttpMethod.Head, path);
        Assert.Equal(415, (int)head.StatusCode);
        Assert.Equal(124, (await client.Link(path.Split('/')[^1])).Code());
    }

    [Fact]
    public async Task Patch_MoreThanAnnounced_IsRefused()
    {
        var client = await Visitor();
        var path = await client.Begin(100);

        using var refused = await client.Patch(path, 0, TusClient.Png);

        Assert.Equal(413, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Upload_OfAnother_DoesNotExist()
    {
        var path = await (await Visitor()).Begin(TusClient.Png.Length);
        var foreign = new TusClient(host, await host.Hire("eve", StaffRoles.Agent | StaffRoles.Admin, "elsewhere", "q"));

        foreach (var other in new[] { await Visitor(), new TusClient(host, await host.StaffToken("sam")), foreign })
        {
            using var patched = await other.Patch(path, 0, TusClient.Png);
            using var deleted = await other.Send(HttpMethod.Delete, path);
            using var head = await other.Send(HttpMethod.Head, path);
            Assert.Equal((404, 404, 404), ((int)patched.StatusCode, (int)deleted.StatusCode, (int)head.StatusCode));
        }
    }

    [Fact]
    public async Task Delete_OfOnesOwn_EndsIt()
    {
        var client = await Visitor();
        var path = await client.Begin(TusClient.Png.Length);

        using var deleted = await client.Send(HttpMethod.Delete, path);
        using var patched = await client.Patch(path, 0, TusClient.Png);

        Assert.Equal((204, 410), ((int)deleted.StatusCode, (int)patched.StatusCode));
    }

    [Fact]
    public async Task Delete_ByOverride_EndsIt()
    {
        var client = await Visitor();
        var path = await client.Begin(TusClient.Png.Length);

        using var deleted = await client.Send(HttpMethod.Post, path, headers: ("X-HTTP-Method-Override", "DELETE"));

        Assert.Equal(204, (int)deleted.StatusCode);
    }

    [Fact]
    public async Task Patch_AfterItsTime_IsGone()
    {
        await using var late = new AttachmentHost();
        await late.InitializeAsync();
        var client = new TusClient(late, await late.VisitorToken());
        var path = await client.Begin(TusClient.Png.Length);
        late.Clock.PutForward(TimeSpan.FromHours(2));

        using var head = await client.Send(HttpMethod.Head, path);
        using var patched = await client.Patch(path, 0, TusClient.Png);

        Assert.Equal((410, 410), ((int)head.StatusCode, (int)patched.StatusCode));
    }

    [Fact]
    public async Task Patch_WhileAnotherAdds_IsLocked()
    {
        var client = await Visitor();
        var path = await client.Begin(TusClient.Png.Length);
        var gate = new TaskCompletionSource();
        using var slow = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new GatedContent(TusClient.Png, 100, gate.Task) };
        slow.Headers.Authorization = new("Bearer", client.Token);
        slow.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        slow.Headers.TryAddWithoutValidation("Upload-Offset", "0");
        var sending = host.Http.SendAsync(slow);
        await Eventually.Becomes(() => client.Offset(path), offset => offset == 100);

        using var locked = await client.Patch(path, 100, TusClient.Png[100..]);
        gate.SetResult();
        using var sent = await sending;

        Assert.Equal((423, 204), ((int)locked.StatusCode, (int)sent.StatusCode));
        Assert.Equal(TusClient.Png.Length, await client.Offset(path));
    }

    [Fact]
    public async Task Patch_GatewayGoesDown_EndsAndKeepsWhatCame()
    {
        await using var leaving = new AttachmentHost();
        await leaving.InitializeAsync();
        var client = new TusClient(leaving, await leaving.VisitorToken());
        var path = await client.Begin(TusClient.Png.Length);
        var gate = new TaskCompletionSource();
        using var slow = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new GatedContent(TusClient.Png, 100, gate.Task) };
        slow.Headers.Authorization = new("Bearer", client.Token);
        slow.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        slow.Headers.TryAddWithoutValidation("Upload-Offset", "0");
        var sending = leaving.Http.SendAsync(slow, HttpCompletionOption.ResponseHeadersRead);
        await Eventually.Becomes(() => client.Offset(path), offset => offset == 100);

        await Task.Run(leaving.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication);

        // While the piece is being taken another one is answered with 423.
        await Eventually.Becomes(
            async () =>
            {
                using var next = await client.Patch(path, 100, TusClient.Png[100..]);
                return (int)next.StatusCode;
            },
            status => status == 503);
        Assert.Equal(100, await client.Offset(path));
        gate.SetResult();
        using var answered = await sending;
        Assert.Equal(503, (int)answered.StatusCode);
    }

    [Fact]
    public async Task Create_MoreThanOnePersonMay_IsRefusedUntilOneIsOver()
    {
        var client = await Visitor();
        var first = await client.Begin(10);
        await client.Begin(10);
        await client.Begin(10);

        using var refused = await client.Create(10);
        Assert.Equal((429, 130), ((int)refused.StatusCode, await TusClient.Code(refused)));
        (await client.Send(HttpMethod.Delete, first)).Dispose();

        await client.Begin(10);
    }

    private async Task<TusClient> Visitor() => new(host, await host.VisitorToken());
}
