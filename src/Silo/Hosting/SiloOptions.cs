using System.ComponentModel.DataAnnotations;

namespace Grainline.Silo.Hosting;

/// <summary>The command line's own options: <c>--data</c> and <c>--empty</c>.</summary>
public sealed class SiloOptions
{
    /// <summary>Folder of the journal and the keys, made when missing. Whoever can read it can read every conversation.</summary>
    [Required]
    public string Data { get; set; } = "data";

    /// <summary>Starts without the demonstration tenant and prints a set-up link instead.</summary>
    public bool Empty { get; set; }
}
