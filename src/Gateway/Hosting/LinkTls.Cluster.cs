using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Orleans.Connections.Security;
using Orleans.Hosting;

namespace Grainline.Gateway.Hosting;

/// <summary>TLS on the connections between silos, and between gateways and silos. Both sides show a certificate; only the named authority counts, whatever else the machine trusts.</summary>
public static class LinkTls
{
    public static ISiloBuilder UseTls(this ISiloBuilder silo, LinkTlsOptions files) => files.IsOn ? silo.UseTls(tls => Apply(files, tls)) : silo;

    public static IClientBuilder UseTls(this IClientBuilder client, LinkTlsOptions files) => files.IsOn ? client.UseTls(tls => Apply(files, tls)) : client;

    private static void Apply(LinkTlsOptions files, TlsOptions tls)
    {
        var authority = X509CertificateLoader.LoadCertificateFromFile(files.Authority!);
        tls.LocalCertificate = X509Certificate2.CreateFromPemFile(files.Certificate!, files.Key);
        tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.RemoteCertificateValidation = (certificate, _, _) => LinkTrust.Holds(certificate, authority, files.Name);
        tls.OnAuthenticateAsClient = (_, options) => options.TargetHost = files.Name;
    }
}
