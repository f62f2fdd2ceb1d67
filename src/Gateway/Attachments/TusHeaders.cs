using System.Globalization;
using System.Security.Cryptography;
using Grainline.Blobs;
using Grainline.Gateway.Apis;
using Grainline.Refusals;

namespace Grainline.Gateway.Attachments;

/// <summary>The headers of tus 1.0, the protocol of resumable uploads: <c>https://tus.io/protocols/resumable-upload</c>.</summary>
internal static class TusHeaders
{
    public const string Version = "1.0.0";
    public const string Resumable = "Tus-Resumable";
    public const string ContentType = "application/offset+octet-stream";
    public const string Extensions = "creation,creation-with-upload,expiration,checksum,termination";
    public const string Algorithms = "sha1,sha256";
    public const string Override = "X-HTTP-Method-Override";

    /// <summary>A number of bytes; null when it is missing or none.</summary>
    public static long? Bytes(this HttpRequest request, string header) =>
        long.TryParse(request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    public static bool HasPiece(this HttpRequest request) =>
        request.ContentType?.Split(';')[0].Trim().Equals(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The checksum of the piece, if it has one.</summary>
    public static Outcome<BlobChecksum?> Checksum(this HttpRequest request)
    {
        var header = request.Headers["Upload-Checksum"].ToString();
        if (header.Length == 0)
            return default;
        var words = header.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (algorithm, bytes) = words[0] switch { "sha1" => (HashAlgorithmName.SHA1, 20), "sha256" => (HashAlgorithmName.SHA256, 32), _ => (default, 0) };
        var value = new byte[bytes];
        return words.Length == 2 && bytes > 0 && Convert.TryFromBase64String(words[1], value, out var length) && length == bytes
            ? new BlobChecksum(algorithm, value)
            : new Refusal(ErrorCode.InvalidArgument, $"A checksum is one of {Algorithms} and a value in Base64.");
    }

    public static void Standing(this HttpResponse response, UploadStanding standing)
    {
        response.Headers["Upload-Offset"] = standing.Offset.ToString(CultureInfo.InvariantCulture);
        response.Expires(standing.Upload);
    }

    public static void Expires(this HttpResponse response, Grainline.Attachments.AttachmentDetails upload)
    {
        if (upload.ExpiresAt is { } at)
            response.Headers["Upload-Expires"] = at.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Every answer names the version, and every request must; asking what there is needs none.</summary>
    public static TBuilder SpeakingTus<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(async (call, next) =>
    {
        var http = call.HttpContext;
        http.Response.Headers[Resumable] = Version;
        if (HttpMethods.IsOptions(http.Request.Method) || http.Request.Headers[Resumable] == Version)
            return await next(call);
        http.Response.Headers["Tus-Version"] = Version;
        return Answers.Refused(ErrorCode.UploadVersion, $"This server speaks version {Version} of the upload protocol.");
    });
}
