using System.Text;

namespace Grainline.Gateway.Tests.Attachments;

/// <summary>What whoever has a signed address gets, and for how long.</summary>
public sealed class FilesTests(AttachmentHost host) : IClassFixture<AttachmentHost>
{
    [Theory]
    [InlineData("bytes=0-9", 206, 0, 10)]
    [InlineData("bytes=500-", 206, 500, -1)]
    [InlineData("bytes=-5", 206, -5, 5)]
    [InlineData("bytes=10-100000", 206, 10, -1)]
    [InlineData("bytes=0-1,5-6", 200, 0, -1)]
    [InlineData("lines=0-1", 200, 0, -1)]
    public async Task Get_Range_IsThatPart(string range, int status, int from, int count)
    {
        var whole = TusClient.Png;
        var start = from < 0 ? whole.Length + from : from;
        var expected = whole[start..(count < 0 ? whole.Length : start + count)];

        using var got = await Get(await Url(), ("Range", range));

        Assert.Equal(status, (int)got.StatusCode);
        Assert.Equal(expected, await got.Content.ReadAsByteArrayAsync());
        if (status == 206)
            Assert.Equal((start, start + expected.Length - 1, whole.Length), ((int)got.Content.Headers.ContentRange!.From!, (int)got.Content.Headers.ContentRange.To!, (int)got.Content.Headers.ContentRange.Length!));
    }

    [Fact]
    public async Task Get_RangeBeyondTheFile_IsNotSatisfiable()
    {
        using var got = await Get(await Url(), ("Range", "bytes=100000-"));

        Assert.Equal((416, (long?)TusClient.Png.Length), ((int)got.StatusCode, got.Content.Headers.ContentRange!.Length));
    }

    [Fact]
    public async Task Get_ResumedWithATag_IsAPartOnlyOfTheSameContent()
    {
        var url = await Url();
        using var first = await Get(url);
        var tag = first.Headers.ETag!.Tag;

        using var same = await Get(url, ("Range", "bytes=5-"), ("If-Range", tag));
        using var other = await Get(url, ("Range", "bytes=5-"), ("If-Range", "\"other\""));
        using var known = await Get(url, ("If-None-Match", tag));

        Assert.Equal((206, 200, 304), ((int)same.StatusCode, (int)other.StatusCode, (int)known.StatusCode));
    }

    [Theory]
    [InlineData("photo.png", "image/png", false, "inline")]
    [InlineData("photo.png", "image/png", true, "attachment")]
    public async Task Get_AnyFile_MayDoNothingInABrowser(string name, string type, bool save, string disposition)
    {
        var client = await Visitor();
        var id = await client.Upload(TusClient.Png, name, type);

        using var got = await Get(await client.Url(id, new { save }));

        Assert.Equal("nosniff", got.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = got.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy);
        Assert.EndsWith("sandbox", policy);
        Assert.Equal((disposition, type), (got.Content.Headers.ContentDisposition!.DispositionType, got.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Get_ArchiveWithAForeignName_IsSavedUnderIt()
    {
        var client = await Visitor();
        var id = await client.Upload([(byte)'P', (byte)'K', 3, 4, .. new byte[50]], "../../发票 \u202Eexe.zip", "application/zip");

        using var got = await Get(await client.Url(id));

        Assert.Equal(("attachment", "发票 exe.zip"), (got.Content.Headers.ContentDisposition!.DispositionType, got.Content.Headers.ContentDisposition.FileNameStar));
    }

    [Fact]
    public async Task Get_AfterAFewMinutes_IsOver()
    {
        await using var late = new AttachmentHost();
        await late.InitializeAsync();
        var client = new TusClient(late, await late.VisitorToken());
        var url = await client.Url(await client.Upload(TusClient.Png));
        using var before = await late.Http.GetAsync(new Uri(url, UriKind.Relative));
        late.Clock.PutForward(TimeSpan.FromMinutes(5));

        using var after = await late.Http.GetAsync(new Uri(url, UriKind.Relative));

        Assert.Equal((200, 410, 132), ((int)before.StatusCode, (int)after.StatusCode, await TusClient.Code(after)));
    }

    [Fact]
    public async Task Get_AddressThatNobodySigned_DoesNotExist()
    {
        var url = await Url();

        using var changed = await Get(url[..^4] + (url[^4] == 'A' ? 'B' : 'A') + url[^3..]);
        using var token = await Get($"/files/{(await host.VisitorToken())[2..]}");

        Assert.Equal((404, 404), ((int)changed.StatusCode, (int)token.StatusCode));
    }

    [Fact]
    public async Task Preview_OfOnesOwn_IsBoundedAndShown()
    {
        var client = await Visitor();
        var id = await client.Upload(TusClient.Png);
        byte[] wide = [.. TusClient.Png];
        wide[18] = 2;

        using var tooWide = await client.Send(HttpMethod.Put, $"/api/v1/attachments/{id}/preview", wide, contentType: "image/png");
        using var words = await client.Send(HttpMethod.Put, $"/api/v1/attachments/{id}/preview", Encoding.UTF8.GetBytes("<svg/>"), contentType: "image/png");
        using var tooLong = await client.Send(HttpMethod.Put, $"/api/v1/attachments/{id}/preview", [.. TusClient.Png, .. new byte[65_536]], contentType: "image/png");
        using var strange = await (await Visitor()).Send(HttpMethod.Put, $"/api/v1/attachments/{id}/preview", TusClient.Png, contentType: "image/png");
        Assert.Equal((415, 415, 400, 404), ((int)tooWide.StatusCode, (int)words.StatusCode, (int)tooLong.StatusCode, (int)strange.StatusCode));
        using var added = await client.Send(HttpMethod.Put, $"/api/v1/attachments/{id}/preview", TusClient.Png, contentType: "image/png");
        Assert.Equal(200, (int)added.StatusCode);

        var status = await host.Get($"/api/v1/attachments/{id}", client.Token);
        using var shown = await Get(await client.Url(id, new { preview = true }));

        Assert.Equal((4, 3), (status.GetProperty("previewWidth").GetInt32(), status.GetProperty("previewHeight").GetInt32()));
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
    }

    private async Task<TusClient> Visitor() => new(host, await host.VisitorToken());

    private async Task<string> Url()
    {
        var client = await Visitor();
        return await client.Url(await client.Upload(TusClient.Png));
    }

    private async Task<HttpResponseMessage> Get(string url, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await host.Http.SendAsync(request);
    }
}
