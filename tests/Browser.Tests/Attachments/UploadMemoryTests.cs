using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Grainline.Browser.Tests.Hosting;

namespace Grainline.Browser.Tests.Attachments;

/// <summary>A file passes through the server without ever being in its memory: the most that the process occupies is read from the system, before and after.</summary>
public sealed class UploadMemoryTests(ITestOutputHelper output)
{
    private const long Allowed = 50 << 20;

    // A larger one by hand: GRAINLINE_UPLOAD_MB=2048. The figure is in docs/performance.md.
    private static readonly long Bytes = long.Parse(Environment.GetEnvironmentVariable("GRAINLINE_UPLOAD_MB") ?? "500", System.Globalization.CultureInfo.InvariantCulture) << 20;

    [Fact]
    public async Task UploadAndDownload_OfALargeFile_OccupyNoMemory()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The memory of a process is read from /proc, which Linux has.");
        await using var silo = new SiloProcess("--Blobs:MaxBytes=4294967296", "--Attachments:Types=application/x-disk-image");
        await silo.Start();
        using var http = new HttpClient { BaseAddress = new(silo.Address), Timeout = TimeSpan.FromMinutes(5) };
        var admitted = await (await http.PostAsJsonAsync("/api/v1/visitors", new { site = "demo" })).Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new("Bearer", admitted.GetProperty("token").GetString());
        http.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");
        // What is made once, such as compiled code, is not the file's.
        await UploadAndDownload(http, 64 << 20);
        var before = silo.ForgetPeakMemory();

        await UploadAndDownload(http, Bytes);

        var extra = silo.PeakMemory() - before;
        output.WriteLine($"{Bytes >> 20} MB up and down: {extra / 1048576.0:0.0} MB more than the {before / 1048576.0:0.0} MB before.");
        Assert.InRange(extra, long.MinValue, Allowed);
    }

    private static async Task UploadAndDownload(HttpClient http, long bytes)
    {
        using var create = new HttpRequestMessage(HttpMethod.Post, "/api/v1/attachments");
        create.Headers.Add("Upload-Length", $"{bytes}");
        create.Headers.Add("Upload-Metadata", $"filename {Base64("disk.img")},filetype {Base64("application/x-disk-image")}");
        using var created = await http.SendAsync(create);
        using var patch = new HttpRequestMessage(HttpMethod.Patch, created.Headers.Location) { Content = new Zeros(bytes) };
        patch.Headers.Add("Upload-Offset", "0");
        using var patched = await http.SendAsync(patch);
        Assert.Equal(204, (int)patched.StatusCode);
        var link = await (await http.PostAsJsonAsync($"{created.Headers.Location}/links", new { })).Content.ReadFromJsonAsync<JsonElement>();
        await using var file = await http.GetStreamAsync(new Uri(link.GetProperty("url").GetString()!, UriKind.Relative));
        var buffer = new byte[1 << 16];
        long got = 0;
        for (int read; (read = await file.ReadAsync(buffer)) > 0;)
            got += read;
        Assert.Equal(bytes, got);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private sealed class Zeros : HttpContent
    {
        private readonly long _bytes;

        public Zeros(long bytes)
        {
            _bytes = bytes;
            Headers.ContentType = new("application/offset+octet-stream");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            var buffer = new byte[1 << 16];
            for (var left = _bytes; left > 0; left -= buffer.Length)
                await stream.WriteAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes;
            return true;
        }
    }
}
