using System.Globalization;
using Grainline.Blobs;
using Grainline.Gateway.Apis;
using Grainline.Gateway.Authentication;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Attachments;

/// <summary>Resumable uploads in the protocol tus 1.0.</summary>
internal static class UploadsApi
{
    private const string Path = "/attachments";
    private const string One = Path + "/{id}";

    public static void MapUploads(this IEndpointRouteBuilder api)
    {
        // The piece itself is bounded by what was announced for the file.
        var tus = api.MapGroup("").SpeakingTus().WithMetadata(new DisableRequestSizeLimitAttribute());
        tus.MapMethods(Path, ["OPTIONS"], Options).WithSummary("Which version and extensions of tus there are, and how large a file may be.");
        tus.MapPost(Path, Create).ForAnySession()
            .WithSummary("Begins an upload.").WithDescription("Headers Tus-Resumable, Upload-Length and Upload-Metadata (filename, filetype). The answer's Location is the upload; its last part is the attachment's id.");
        tus.MapMethods(One, ["HEAD"], Standing).ForAnySession().WithSummary("How many bytes of an upload are safe.");
        tus.MapPatch(One, Append).ForAnySession().WithSummary("Adds a piece at Upload-Offset.");
        tus.MapDelete(One, Discard).ForAnySession().WithSummary("Withdraws an upload, or a file that is not attached yet.");
        tus.MapPost(One, Overridden).ForAnySession().WithSummary("PATCH or DELETE for clients that can only POST: X-HTTP-Method-Override.");
    }

    private static IResult Options(HttpContext http, IOptions<BlobOptions> blobs)
    {
        var headers = http.Response.Headers;
        headers["Tus-Version"] = TusHeaders.Version;
        headers["Tus-Extension"] = TusHeaders.Extensions;
        headers["Tus-Checksum-Algorithm"] = TusHeaders.Algorithms;
        headers["Tus-Max-Size"] = blobs.Value.MaxBytes.ToString(CultureInfo.InvariantCulture);
        return Results.NoContent();
    }

    private static async Task<IResult> Create(HttpContext http, Uploads uploads)
    {
        if (http.Request.Bytes("Upload-Length") is not { } bytes)
            return Answers.Refused(Check.Invalid("Upload-Length is missing: a file's size is announced with it."));
        if (UploadMetadata.Parse(http.Request.Headers["Upload-Metadata"].ToString()) is not { } metadata)
            return Answers.Refused(Check.Invalid("Upload-Metadata cannot be read."));
        var created = await uploads.Create(http.Session(), bytes, metadata, http.RequestAborted);
        if (created.Value is not { } upload)
            return Answers.Refused(created.Refusal!);
        http.Response.Expires(upload);
        if (http.Request.HasPiece())
        {
            var added = await Add(http, upload.Id, 0, uploads);
            if (added.Value is not { } standing)
                return Answers.Refused(added.Refusal!);
            http.Response.Standing(standing);
        }

        return Results.Created($"{http.Request.PathBase}{http.Request.Path.Value!.TrimEnd('/')}/{upload.Id}", null);
    }

    private static async Task<IResult> Standing(string id, HttpContext http, Uploads uploads)
    {
        var found = await uploads.Standing(http.Session(), id, http.RequestAborted);
        if (found.Value is not { } standing)
            return Answers.Refused(found.Refusal!);
        http.Response.Standing(standing);
        http.Response.Headers["Upload-Length"] = standing.Upload.Bytes.ToString(CultureInfo.InvariantCulture);
        return Results.Ok();
    }

    private static async Task<IResult> Append(string id, HttpContext http, Uploads uploads)
    {
        if (!http.Request.HasPiece())
            return Answers.Refused(ErrorCode.AttachmentTypeRefused, $"A piece is {TusHeaders.ContentType}.");
        if (http.Request.Bytes("Upload-Offset") is not { } offset)
            return Answers.Refused(Check.Invalid("Upload-Offset is missing."));
        var added = await Add(http, id, offset, uploads);
        if (added.Value is not { } standing)
            return Answers.Refused(added.Refusal!);
        http.Response.Standing(standing);
        return Results.NoContent();
    }

    private static async Task<Outcome<UploadStanding>> Add(HttpContext http, string id, long offset, Uploads uploads)
    {
        var checksum = http.Request.Checksum();
        return checksum.Refusal is { } refusal
            ? refusal
            : await uploads.Append(http.Session(), id, offset, http.Request.Body, checksum.Value, http.RequestAborted);
    }

    private static async Task<IResult> Discard(string id, HttpContext http, Uploads uploads)
    {
        var discarded = await uploads.Discard(http.Session(), id);
        return discarded.Refusal is { } refusal ? Answers.Refused(refusal) : Results.NoContent();
    }

    private static Task<IResult> Overridden(string id, HttpContext http, Uploads uploads) => http.Request.Headers[TusHeaders.Override].ToString() switch
    {
        "PATCH" => Append(id, http, uploads),
        "DELETE" => Discard(id, http, uploads),
        _ => Task.FromResult(Answers.Refused(ErrorCode.UnknownMethod, $"{TusHeaders.Override} is PATCH or DELETE.")),
    };
}
