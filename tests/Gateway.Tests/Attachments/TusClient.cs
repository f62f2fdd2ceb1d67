using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Attachments;

/// <summary>Speaks tus 1.0 by hand, well or badly, as the test wants, and asks for files.</summary>
internal sealed class TusClient(GatewayHost host, string token)
{
    public string Token => token;

    public static readonly byte[] Png = [0x89, .. "PNG\r\n\x1a\n"u8, .. new byte[4], .. "IHDR"u8, 0, 0, 0, 4, 0, 0, 0, 3, .. Encoding.ASCII.GetBytes(new string('p', 500))];

    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, byte[]? content = null, string version = "1.0.0", string contentType = "application/offset+octet-stream", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.TryAddWithoutValidation("Tus-Resumable", version);
        if (content is not null)
            request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public Task<HttpResponseMessage> Create(long bytes, string name = "photo.png", string type = "image/png", byte[]? first = null) => Send(
        HttpMethod.Post, "/api/v1/attachments", first,
        headers: [("Upload-Length", $"{bytes}"), ("Upload-Metadata", $"filename {Base64(name)},filetype {Base64(type)}")]);

    /// <summary>The path of a new upload.</summary>
    public async Task<string> Begin(long bytes, string name = "photo.png", string type = "image/png")
    {
        using var created = await Create(bytes, name, type);
        Assert.Equal(201, (int)created.StatusCode);
        return created.Headers.Location!.OriginalString;
    }

    public Task<HttpResponseMessage> Patch(string path, long offset, byte[] content, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Patch, path, content, headers: [("Upload-Offset", $"{offset}"), .. headers]);

    public async Task<long> Offset(string path)
    {
        using var head = await Send(HttpMethod.Head, path);
        Assert.Equal(200, (int)head.StatusCode);
        return long.Parse(head.Headers.GetValues("Upload-Offset").Single(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The id of a file that is whole.</summary>
    public async Task<string> Upload(byte[] content, string name = "photo.png", string type = "image/png")
    {
        var path = await Begin(content.Length, name, type);
        using var patched = await Patch(path, 0, content);
        Assert.Equal(204, (int)patched.StatusCode);
        return path.Split('/')[^1];
    }

    public async Task<JsonElement> Link(string id, object? asked = null) => await host.Post($"/api/v1/attachments/{id}/links", asked ?? new { }, token);

    public async Task<string> Url(string id, object? asked = null) => (await Link(id, asked)).GetProperty("url").GetString()!;

    public static async Task<int> Code(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Code();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
