using Grainline.Blobs;
using Grainline.Blobs.Sniffing;
using Grainline.Gateway.Apis;
using Grainline.Refusals;
using Microsoft.Net.Http.Headers;

namespace Grainline.Gateway.Attachments;

/// <summary>Hands files out to whoever has a signed address. A stranger made them: nothing that a browser could run is ever shown, and what is shown may do nothing.</summary>
internal static class FilesApi
{
    private const int BufferBytes = 64 << 10;

    private static readonly string[] Shown = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain"];

    public static void MapFiles(this IEndpointRouteBuilder app) =>
        app.MapMethods("/files/{token}", ["GET", "HEAD"], Read).WithTags("Attachments").WithSummary("The file of a signed address; ranges are understood.");

    private static async Task<IResult> Read(string token, HttpContext http, FileLinks links, IBlobStore blobs)
    {
        if (links.Read(token) is not { } grant)
            return Answers.Refused(ErrorCode.AttachmentNotFound, "There is no such file.");
        if (links.IsOver(grant))
            return Answers.Refused(ErrorCode.LinkExpired, "This address is over; ask for a new one.");
        var key = new BlobKey(grant.Tenant, grant.Id);
        var headers = http.Response.Headers;
        headers.CacheControl = $"private, max-age={(int)links.Left(grant).TotalSeconds}";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (grant.Preview)
            return await blobs.PreviewAsync(key, http.RequestAborted) is { } picture ? Small(http, picture) : Missing();
        if (grant.Save && blobs.Link(key, new(grant.ContentType, Disposition(grant), links.Left(grant))) is { } elsewhere)
            return Results.Redirect(elsewhere.AbsoluteUri);
        return await Send(http, grant, blobs, key);
    }

    private static async Task<IResult> Send(HttpContext http, FileGrant grant, IBlobStore blobs, BlobKey key)
    {
        var response = http.Response;
        var tag = new EntityTagHeaderValue($"\"{grant.Digest}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.AcceptRanges = "bytes";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        if (FileRange.Of(http.Request, grant.Bytes, tag) is not { } range)
        {
            response.Headers.ContentRange = $"bytes */{grant.Bytes}";
            return Results.StatusCode(StatusCodes.Status416RangeNotSatisfiable);
        }

        await using var content = await blobs.OpenAsync(key, range.From, range.Count, http.RequestAborted);
        if (content is null)
            return Missing();
        response.StatusCode = range.IsPart ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
        response.ContentLength = range.Count;
        if (range.IsPart)
            response.Headers.ContentRange = $"bytes {range.From}-{range.From + range.Count - 1}/{grant.Bytes}";
        response.ContentType = grant.ContentType == "text/plain" ? "text/plain; charset=utf-8" : grant.ContentType;
        response.Headers.ContentDisposition = Disposition(grant);
        response.Headers.ContentSecurityPolicy = Policy(grant.ContentType);
        if (!HttpMethods.IsHead(http.Request.Method))
            await content.CopyToAsync(response.Body, BufferBytes, http.RequestAborted);
        return Results.Empty;
    }

    private static IResult Small(HttpContext http, byte[] picture)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy("");
        return Results.Bytes(picture, ContentSniffer.Sniff(picture).Type);
    }

    // Browsers refuse to show a PDF in a sandbox; their viewers are one themselves.
    private static string Policy(string contentType) =>
        $"default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'{(contentType == "application/pdf" ? "" : "; sandbox")}";

    private static string Disposition(FileGrant grant)
    {
        var disposition = new ContentDispositionHeaderValue(!grant.Save && Shown.Contains(grant.ContentType) ? "inline" : "attachment");
        disposition.SetHttpFileName(grant.Name);
        return disposition.ToString();
    }

    private static IResult Missing() => Answers.Refused(ErrorCode.AttachmentGone, "The file was deleted.");
}
