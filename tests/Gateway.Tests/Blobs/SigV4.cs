using System.Security.Cryptography;
using System.Text;

namespace Grainline.Gateway.Tests.Blobs;

/// <summary>Amazon's request signature, version 4, written from its description and proven on its examples: it judges what the store's client signs.</summary>
internal sealed class SigV4(string secret, string region)
{
    /// <param name="path">As it stands on the wire, encoded.</param>
    /// <param name="query">As it stands on the wire, without <c>?</c>.</param>
    /// <param name="headers">Those that are signed, by their names in lower case.</param>
    /// <param name="at">The value of <c>x-amz-date</c>.</param>
    public string Sign(string method, string path, string query, IReadOnlyDictionary<string, string> headers, string payloadHash, string at)
    {
        var canonical = string.Join('\n',
            method, path, Canonical(query),
            string.Concat(headers.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}:{Squeeze(h.Value)}\n")),
            string.Join(';', headers.Keys.Order(StringComparer.Ordinal)), payloadHash);
        var scope = $"{at[..8]}/{region}/s3/aws4_request";
        var text = $"AWS4-HMAC-SHA256\n{at}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = new[] { at[..8], region, "s3", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), Hmac);
        return Hex(Hmac(key, text));
    }

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Canonical(string query) => string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2)).Select(p => (Name: Encode(p[0]), Value: p.Length == 2 ? Encode(p[1]) : ""))
        .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal).Select(p => $"{p.Name}={p.Value}"));

    private static string Encode(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    private static string Squeeze(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
