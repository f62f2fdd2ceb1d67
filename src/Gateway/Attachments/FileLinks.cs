using System.Security.Cryptography;
using System.Text.Json;
using Grainline.Attachments;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Attachments;

/// <summary>Signed addresses of files. They hold everything that is needed to hand one out, protected by the keys that the gateways share, so that any gateway serves any of them without asking.</summary>
internal sealed class FileLinks(IDataProtectionProvider protection, IOptions<FileOptions> options, TimeProvider time)
{
    private const int LongestToken = 4_096;

    private readonly IDataProtector _protector = protection.CreateProtector("Grainline.File.v1");

    public FileLink Write(string tenant, AttachmentDetails file, LinkRequest asked)
    {
        var ends = time.GetUtcNow() + options.Value.LinkLifetime;
        var grant = new FileGrant(tenant, file.Id, file.Name, file.ContentType, file.Bytes, file.Digest ?? file.Id, asked.Preview, asked.Save, ends);
        return new($"/files/{WebEncoders.Base64UrlEncode(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(grant)))}", ends);
    }

    /// <summary>What a token grants, over or not; null when none of this installation's gateways wrote it.</summary>
    public FileGrant? Read(string token)
    {
        if (token.Length > LongestToken)
            return null;
        try
        {
            return JsonSerializer.Deserialize<FileGrant>(_protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    public bool IsOver(FileGrant grant) => grant.ExpiresAt <= time.GetUtcNow();

    public TimeSpan Left(FileGrant grant) => grant.ExpiresAt - time.GetUtcNow();
}

/// <summary>Who has it may read one file. It is what a signed address holds, so it must stay readable by every gateway of one installation.</summary>
internal sealed record FileGrant(
    string Tenant, string Id, string Name, string ContentType, long Bytes, string Digest, bool Preview, bool Save, DateTimeOffset ExpiresAt);
