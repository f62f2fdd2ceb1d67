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

    /// <summary>Where people reach this installation, such as <c>https://chat.example.com</c>: what printed links begin with. Without it they begin with the address that is listened on, or in a cluster with nothing.</summary>
    [Url]
    public string? PublicUrl { get; set; }
}
