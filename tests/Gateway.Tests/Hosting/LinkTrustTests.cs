using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grainline.Gateway.Hosting;

namespace Grainline.Gateway.Tests.Hosting;

public sealed class LinkTrustTests
{
    private static readonly X509Certificate2 Ours = Authority("ours");

    [Fact]
    public void Holds_OfOurAuthorityAndName_IsTrue() => Assert.True(LinkTrust.Holds(Signed(Ours, "grainline"), Ours, "grainline"));

    [Fact]
    public void Holds_OfAnotherAuthority_IsFalse() => Assert.False(LinkTrust.Holds(Signed(Authority("ours"), "grainline"), Ours, "grainline"));

    [Fact]
    public void Holds_OfAnotherName_IsFalse() => Assert.False(LinkTrust.Holds(Signed(Ours, "shop"), Ours, "grainline"));

    [Fact]
    public void Holds_OfOneThatIsOver_IsFalse() =>
        Assert.False(LinkTrust.Holds(Signed(Ours, "grainline", until: TimeProvider.System.GetUtcNow().AddMinutes(-1)), Ours, "grainline"));

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static X509Certificate2 Signed(X509Certificate2 authority, string name, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.Create(authority, now.AddHours(-1), until ?? now.AddHours(1), [1]);
    }
}
