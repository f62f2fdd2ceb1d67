using System.ComponentModel.DataAnnotations;

namespace Grainline.Silo.Hosting;

/// <summary>Orleans' Dashboard, at <c>/dashboard/</c> of a silo's operations port. Section <c>Dashboard</c>.</summary>
public sealed class SiloDashboardOptions : IValidatableObject
{
    /// <summary>Shows activations, calls and silos. It measures every call, which costs some of each; what grains hold is never shown.</summary>
    public bool Enabled { get; set; }

    /// <summary>The password that browsers ask for, whatever the user name; at least 16 characters. Nobody gets in without it, so it is needed.</summary>
    [MinLength(16)]
    public string? Token { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && string.IsNullOrEmpty(Token))
            yield return new("Dashboard:Enabled needs Dashboard:Token: the dashboard is never open.");
    }
}
