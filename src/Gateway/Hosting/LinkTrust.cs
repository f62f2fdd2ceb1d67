using System.Security.Cryptography.X509Certificates;

namespace Grainline.Gateway.Hosting;

/// <summary>Whether the other end of a link belongs to the cluster.</summary>
internal static class LinkTrust
{
    /// <summary>True when the certificate is valid now, carries the name and was signed by the authority, directly or through certificates that it brought along.</summary>
    public static bool Holds(X509Certificate2 certificate, X509Certificate2 authority, string name)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        // A private authority publishes no list of what it has revoked.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate) && certificate.MatchesHostname(name);
    }
}
