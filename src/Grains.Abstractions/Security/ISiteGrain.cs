using Grainline.Refusals;
using Grainline.Visitors;
using Orleans;

namespace Grainline.Security;

/// <summary>One embedding web site: its origins and the secret that shops sign identities with. Keyed by the site key.</summary>
[Alias("ISiteGrain")]
public interface ISiteGrain : IGrainWithStringKey
{
    Task<Outcome<SiteView>> Create(CreateSite command);

    /// <summary><see cref="ErrorCode.UnknownSite"/> when there is none.</summary>
    Task<Outcome<SiteView>> View();

    /// <summary>The secret for the shop's server, base64url. For administrators of the tenant only: the gateway checks.</summary>
    Task<Outcome<string>> Secret();

    /// <summary>
    /// Checks the signature and registers the visitor: without an identity a new anonymous one, with a proven identity always the same one, on every device.
    /// </summary>
    Task<Outcome<VisitorView>> Admit(SignedIdentity? identity);
}
