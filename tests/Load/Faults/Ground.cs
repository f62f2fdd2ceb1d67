namespace Grainline.Load.Faults;

/// <summary>What a started server stands on. A fault changes it before the start.</summary>
/// <param name="Data">The data folder, empty.</param>
/// <param name="Server">Where the server listens.</param>
/// <param name="Environment">Of the server's process; may be added to.</param>
internal sealed record Ground(string Data, Uri Server, IDictionary<string, string> Environment)
{
    /// <summary>Where the clients' sockets go; a proxy, perhaps.</summary>
    public Uri Sockets { get; set; } = Server;
}
