using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Grainline.Security;

/// <summary>Random values and the comparisons that leak no timing.</summary>
internal static class Secrets
{
    /// <summary>256 random bits, base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Lower-case hex of HMAC-SHA-256 over the text in UTF-8, keyed with the UTF-8 bytes of the secret as it is shown to people.</summary>
    public static string Sign(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    public static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));
}
