using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Grainline.Gateway.Tests.Blobs;

/// <summary>One bucket of a service that speaks S3 over HTTP, as far as the store does. Every request's signature and content are checked; a wrong one is refused, as the real ones do.</summary>
internal sealed class FakeBucket : IAsyncDisposable
{
    public const string Name = "files";
    public const string AccessKey = "AKIAEXAMPLE";
    public const string SecretKey = "a/secret+key";
    public const string Region = "eu-test-1";
    private const int SmallestPart = 5 << 20;
    private const int PageSize = 2;

    private static readonly XNamespace Space = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly WebApplication _app;
    private readonly BucketDoor _door = new(new(SecretKey, Region), AccessKey, Region);
    private readonly ConcurrentDictionary<string, SortedDictionary<int, byte[]>> _uploads = new();

    private FakeBucket(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    public int OpenUploads => _uploads.Count;

    public IReadOnlyCollection<string> Refused => _door.Refused;

    /// <summary>Requests for which it answers 503 instead, by method.</summary>
    public ConcurrentQueue<string> Failing { get; } = new();

    public Uri Address => new(_app.Urls.First());

    public static async Task<FakeBucket> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var bucket = new FakeBucket(app);
        app.Run(bucket.Answer);
        await app.StartAsync();
        return bucket;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var content = body.ToArray();
        if (!_door.Lets(http.Request, http.Features.Get<IHttpRequestFeature>()!.RawTarget, content))
        {
            await Fail(http, HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
            return;
        }

        if (Failing.TryPeek(out var method) && method == http.Request.Method && Failing.TryDequeue(out _))
        {
            await Fail(http, HttpStatusCode.BadRequest, "InternalError");
            return;
        }

        var key = http.Request.Path.Value!.Split('/', 3) is ["", Name, var name] ? name : "";
        var query = http.Request.Query;
        await ((http.Request.Method, query.ContainsKey("uploadId"), key) switch
        {
            ("GET", false, "") => List(http, query["prefix"].ToString()),
            ("POST", false, _) when query.ContainsKey("uploads") => Begin(http),
            ("PUT", true, _) => AddPart(http, content),
            ("GET", true, _) => Parts(http),
            ("POST", true, _) => Complete(http, key, content),
            ("DELETE", true, _) => Gone(http, () => _uploads.TryRemove(query["uploadId"].ToString(), out _)),
            ("PUT", false, _) => Put(http, key, content),
            ("DELETE", false, _) => Gone(http, () => Objects.TryRemove(key, out _)),
            _ => Get(http, key),
        });
    }

    private async Task Begin(HttpContext http)
    {
        var id = Guid.NewGuid().ToString("N");
        _uploads[id] = [];
        await Say(http, new XElement(Space + "InitiateMultipartUploadResult", new XElement(Space + "UploadId", id)));
    }

    private Task AddPart(HttpContext http, byte[] content)
    {
        _uploads[http.Request.Query["uploadId"].ToString()][int.Parse(http.Request.Query["partNumber"].ToString(), CultureInfo.InvariantCulture)] = content;
        http.Response.Headers.ETag = Tag(content);
        return Task.CompletedTask;
    }

    private async Task Parts(HttpContext http)
    {
        if (!_uploads.TryGetValue(http.Request.Query["uploadId"].ToString(), out var parts))
        {
            await Fail(http, HttpStatusCode.NotFound, "NoSuchUpload");
            return;
        }

        _ = int.TryParse(http.Request.Query["part-number-marker"].ToString(), CultureInfo.InvariantCulture, out var after);
        var page = parts.Where(p => p.Key > after).Take(PageSize).ToArray();
        await Say(http, new XElement(
            Space + "ListPartsResult", new XElement(Space + "IsTruncated", parts.Keys.Any(n => n > after + PageSize) ? "true" : "false"),
            new XElement(Space + "NextPartNumberMarker", page.Length > 0 ? page[^1].Key : 0),
            page.Select(p => new XElement(Space + "Part", new XElement(Space + "PartNumber", p.Key), new XElement(Space + "ETag", Tag(p.Value)), new XElement(Space + "Size", p.Value.Length)))));
    }

    private async Task Complete(HttpContext http, string key, byte[] content)
    {
        var id = http.Request.Query["uploadId"].ToString();
        var named = XDocument.Load(new MemoryStream(content)).Descendants().Where(e => e.Name.LocalName == "PartNumber").Select(e => (int)e).ToArray();
        if (!_uploads.TryGetValue(id, out var parts) || !named.SequenceEqual(parts.Keys) || parts.Values.SkipLast(1).Any(p => p.Length < SmallestPart))
        {
            await Fail(http, HttpStatusCode.BadRequest, "EntityTooSmall");
            return;
        }

        Objects[key] = [.. parts.Values.SelectMany(p => p)];
        _uploads.TryRemove(id, out _);
        await Say(http, new XElement(Space + "CompleteMultipartUploadResult", new XElement(Space + "ETag", Tag(Objects[key]))));
    }

    private Task Put(HttpContext http, string key, byte[] content)
    {
        Objects[key] = content;
        http.Response.Headers.ETag = Tag(content);
        return Task.CompletedTask;
    }

    private async Task Get(HttpContext http, string key)
    {
        if (!Objects.TryGetValue(key, out var content))
        {
            await Fail(http, HttpStatusCode.NotFound, "NoSuchKey");
            return;
        }

        var range = http.Request.GetTypedHeaders().Range?.Ranges.Single();
        var part = range is null ? content : content[(int)range.From!..((int)range.To! + 1)];
        http.Response.StatusCode = range is null ? 200 : 206;
        http.Response.Headers.ETag = Tag(content);
        http.Response.Headers.LastModified = "Mon, 01 Jun 2026 12:00:00 GMT";
        if (http.Request.Query["response-content-disposition"].ToString() is { Length: > 0 } disposition)
            http.Response.Headers.ContentDisposition = disposition;
        http.Response.ContentLength = part.Length;
        if (http.Request.Method != "HEAD")
            await http.Response.Body.WriteAsync(part);
    }

    private async Task List(HttpContext http, string prefix) => await Say(http, new XElement(
        Space + "ListBucketResult", new XElement(Space + "IsTruncated", "false"),
        Objects.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(k => new XElement(Space + "Contents", new XElement(Space + "Key", k), new XElement(Space + "LastModified", "2026-06-01T12:00:00.000Z")))));

    private static Task Gone(HttpContext http, Action remove)
    {
        remove();
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task Say(HttpContext http, XElement answer)
    {
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync(answer.ToString());
    }

    private static Task Fail(HttpContext http, HttpStatusCode status, string code)
    {
        http.Response.StatusCode = (int)status;
        return http.Request.Method == "HEAD" ? Task.CompletedTask : Say(http, new XElement("Error", new XElement("Code", code)));
    }

    private static string Tag(byte[] content) => $"\"{SigV4.Hex(MD5.HashData(content))}\"";
}
