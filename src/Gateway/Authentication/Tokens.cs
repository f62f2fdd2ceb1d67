using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Grainline.Gateway.Authentication;

/// <summary>
/// Turns sessions into bearer tokens and back, with ASP.NET Core's data protection. Visitors' and staff's tokens have different purposes, so that
/// neither can ever be read as the other. The end of a session is inside it rather than in the protector, because "over" and "not ours" have different answers.
/// </summary>
internal sealed class Tokens(IDataProtectionProvider protection)
{
    private const int LongestToken = 4_096;

    private readonly IDataProtector _visitors = protection.CreateProtector("Grainline.Session.Visitor.v1");
    private readonly IDataProtector _staff = protection.CreateProtector("Grainline.Session.Staff.v1");

    public string Write(Session session)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(session);
        return (session.IsStaff ? "s." : "v.") + WebEncoders.Base64UrlEncode((session.IsStaff ? _staff : _visitors).Protect(payload));
    }

    /// <summary>The session in a token that one of this installation's gateways wrote, ended or not; else null.</summary>
    public Session? Read(string token)
    {
        if (token.Length is < 3 or > LongestToken || token[1] != '.' || token[0] is not ('s' or 'v'))
            return null;
        var staff = token[0] == 's';
        try
        {
            var payload = (staff ? _staff : _visitors).Unprotect(WebEncoders.Base64UrlDecode(token, 2, token.Length - 2));
            var session = JsonSerializer.Deserialize<Session>(payload);
            return session?.IsStaff == staff ? session : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
