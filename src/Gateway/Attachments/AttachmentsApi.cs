using Grainline.Attachments;
using Grainline.Blobs;
using Grainline.Blobs.Sniffing;
using Grainline.Gateway.Apis;
using Grainline.Gateway.Authorization;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Gateway.Attachments;

/// <param name="Stage">Only what is <c>ready</c> can be attached or read.</param>
/// <param name="ExpiresAt">When it is deleted (UTC) if nothing happens to it; null when it stays.</param>
public sealed record AttachmentStatus(
    string Id, string Name, string ContentType, long Bytes, AttachmentStage Stage, DateTimeOffset? ExpiresAt, int? PreviewWidth, int? PreviewHeight)
{
    internal static AttachmentStatus Of(AttachmentDetails a) => new(a.Id, a.Name, a.ContentType, a.Bytes, a.Stage, a.ExpiresAt, a.PreviewWidth, a.PreviewHeight);
}

/// <param name="Preview">The small picture instead of the file.</param>
/// <param name="Save">To be saved, even if a browser could show it.</param>
public sealed record LinkRequest(bool Preview = false, bool Save = false);

/// <param name="Url">A path of this server, for whoever has it, until <paramref name="ExpiresAt"/> (UTC).</param>
public sealed record FileLink(string Url, DateTimeOffset ExpiresAt);

internal static class AttachmentsApi
{
    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/attachments/{id}", Read).ForAnySession().WithSummary("What a file is and whether it is ready.").Produces<AttachmentStatus>();
        api.MapPut("/attachments/{id}/preview", Preview).ForAnySession()
            .WithSummary("Adds a small picture to one's own upload.")
            .WithDescription($"PNG, JPEG or WebP, at most {Limits.PreviewBytes} bytes and {Limits.PreviewPixels} pixels each way, before the file is attached.")
            .Accepts<byte[]>("image/webp", "image/jpeg", "image/png").Produces<AttachmentStatus>();
        api.MapPost("/attachments/{id}/links", Link).ForAnySession().WithSummary("A signed address of the file that works for a few minutes.").Produces<FileLink>();
    }

    private static async Task<IResult> Read(string id, HttpContext http, AttachmentAccess access) =>
        (await access.Read(http.Session(), id)).Answer(AttachmentStatus.Of);

    private static async Task<IResult> Preview(string id, HttpContext http, AttachmentAccess access, IBlobStore blobs, IGrainFactory grains)
    {
        var session = http.Session();
        var own = await access.Own(session, id);
        if (own.Value is not { } upload)
            return Answers.Refused(own.Refusal!);
        if (upload.Subject is not null)
            return Answers.Refused(ErrorCode.AttachmentUsed, "The attachment belongs to something already.");
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var picture = body.ToArray();
        if (picture.Length > Limits.PreviewBytes || PictureSize.Of(picture) is not { } size
            || size.Width is < 1 or > Limits.PreviewPixels || size.Height is < 1 or > Limits.PreviewPixels)
            return Answers.Refused(ErrorCode.AttachmentRefused, $"A preview is a PNG, JPEG or WebP of at most {Limits.PreviewBytes} bytes and {Limits.PreviewPixels} pixels each way.");
        await blobs.PutPreviewAsync(new(session.Tenant, id), picture, http.RequestAborted);
        return (await grains.Attachment(new(session.Tenant, id)).AddPreview(new(session.Actor, size.Width, size.Height))).Answer(AttachmentStatus.Of);
    }

    private static async Task<IResult> Link(string id, LinkRequest body, HttpContext http, AttachmentAccess access, FileLinks links)
    {
        var session = http.Session();
        var found = await access.Read(session, id);
        if (found.Value is not { } file)
            return Answers.Refused(found.Refusal!);
        if (body.Preview && file.PreviewWidth is null)
            return Answers.Refused(ErrorCode.AttachmentNotFound, "It has no preview.");
        return file.Stage == AttachmentStage.Ready
            ? Results.Ok(links.Write(session.Tenant, file, body))
            : Answers.Refused(ErrorCode.AttachmentNotReady, "The attachment is not ready yet.");
    }
}
