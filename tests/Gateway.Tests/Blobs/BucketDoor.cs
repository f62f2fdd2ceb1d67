using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Grainline.Gateway.Tests.Blobs;

/// <summary>Lets in what is signed, in the header or in the address, with the hash of what it really holds and not too long ago.</summary>
internal sealed class BucketDoor(SigV4 signer, string accessKey, string region)
{
    private readonly ConcurrentQueue<string> _refused = new();

    public IReadOnlyCollection<string> Refused => _refused;

    public bool Lets(HttpRequest request, string rawTarget, byte[] content)
    {
        var (path, query) = rawTarget.Split('?', 2) is [var p, var q] ? (p, q) : (rawTarget, "");
        var ok = request.Query.ContainsKey("X-Amz-Signature") ? ByAddress(request, path, query) : ByHeader(request, path, query, content);
        if (!ok)
            _refused.Enqueue($"{request.Method} {rawTarget}");
        return ok;
    }

    private bool ByHeader(HttpRequest request, string path, string query, byte[] content)
    {
        var parts = request.Headers.Authorization.ToString()["AWS4-HMAC-SHA256 ".Length..].Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var at = request.Headers["x-amz-date"].ToString();
        var hash = request.Headers["x-amz-content-sha256"].ToString();
        return parts["Credential"] == $"{accessKey}/{at[..8]}/{region}/s3/aws4_request" && hash == SigV4.Hex(SHA256.HashData(content))
            && parts["Signature"] == signer.Sign(request.Method, path, query, Headers(request, parts["SignedHeaders"]), hash, at);
    }

    private bool ByAddress(HttpRequest request, string path, string query)
    {
        var at = request.Query["X-Amz-Date"].ToString();
        var signed = string.Join('&', query.Split('&').Where(pair => !pair.StartsWith("X-Amz-Signature=", StringComparison.Ordinal)));
        var made = DateTimeOffset.ParseExact(at, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return made.AddSeconds(int.Parse(request.Query["X-Amz-Expires"].ToString(), CultureInfo.InvariantCulture)) > TimeProvider.System.GetUtcNow()
            && request.Query["X-Amz-Signature"] == signer.Sign(request.Method, path, signed, Headers(request, request.Query["X-Amz-SignedHeaders"].ToString()), "UNSIGNED-PAYLOAD", at);
    }

    private static Dictionary<string, string> Headers(HttpRequest request, string signed) => signed.Split(';').ToDictionary(name => name, name => request.Headers[name].ToString());
}
