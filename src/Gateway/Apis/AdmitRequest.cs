using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Security;

namespace Grainline.Gateway.Apis;

/// <param name="Site">The site's public key.</param>
public sealed record AdmitRequest(string Site, IdentityRequest? Identity = null)
{
    internal Refusal? Refuse() => Check.Id(Site, "site") ?? Identity?.Refuse();
}

/// <summary>What the shop says of a signed-in customer.</summary>
/// <param name="Id">The shop's own customer id.</param>
/// <param name="Hmac">Lower-case hex of HMAC-SHA-256 over id, name and email, a line each without empty lines at the end, keyed with the site's secret.</param>
public sealed record IdentityRequest(string Id, string Hmac, string? Name = null, string? Email = null)
{
    public override string ToString() => nameof(IdentityRequest);

    internal SignedIdentity ToCommand() => new(Id, Name, Email, Hmac);

    internal Refusal? Refuse() =>
        (Id.Length == 0 ? Check.Invalid("'identity.id' is empty.") : null) ?? Check.Words(Id, 128, "identity.id") ?? Check.Words(Hmac, 128, "identity.hmac")
        ?? Check.Words(Name, Limits.NameLength, "identity.name") ?? Check.Words(Email, 254, "identity.email");
}
