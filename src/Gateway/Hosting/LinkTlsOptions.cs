using System.ComponentModel.DataAnnotations;

namespace Grainline.Gateway.Hosting;

/// <summary>TLS between the processes of a cluster, in which both sides show a certificate of the same authority. All or none of the three files. Section <c>Tls</c>.</summary>
public sealed class LinkTlsOptions : IValidatableObject
{
    /// <summary>PEM file of this process's certificate, and of those between it and the authority. It is read at the start: renewing it takes a restart.</summary>
    public string? Certificate { get; set; }

    /// <summary>PEM file of its private key, not encrypted.</summary>
    public string? Key { get; set; }

    /// <summary>PEM file of the authority. Whoever has a certificate of it can join the cluster, so it must sign for nothing else.</summary>
    public string? Authority { get; set; }

    /// <summary>The name that every certificate has to carry.</summary>
    [Required]
    public string Name { get; set; } = "grainline";

    internal bool IsOn => Certificate is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        string?[] files = [Certificate, Key, Authority];
        if (files.Any(string.IsNullOrEmpty) && !files.All(string.IsNullOrEmpty))
            yield return new("Tls:Certificate, Tls:Key and Tls:Authority are needed together.");
        foreach (var missing in files.Where(file => !string.IsNullOrEmpty(file) && !File.Exists(file)))
            yield return new($"The file {missing} of section Tls does not exist.");
    }
}
