using System.Globalization;
using Grainline.Load.Clients;

namespace Grainline.Load.Servers;

/// <summary>How many files and sockets a process may have open, as Linux tells it. .NET raises its own soft limit to the hard one at its start, so the hard one counts.</summary>
internal static class Descriptors
{
    // Connections of REST, files that are opened meanwhile.
    private const int Spare = 100;

    /// <exception cref="RefusedException">So many sockets more would not fit.</exception>
    public static void Ensure(int pid, string who, int sockets)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var (limit, open) = (Limit(File.ReadLines($"/proc/{pid}/limits")), Directory.EnumerateFileSystemEntries($"/proc/{pid}/fd").Count());
        if (limit is { } most && open + sockets + Spare > most)
            throw new RefusedException(
                $"{who} (process {pid}) may have {most:N0} descriptors open and has {open:N0}: {sockets:N0} sockets do not fit, {Math.Max(0, most - open - Spare):N0} do. "
                + "Raise its hard limit (ulimit -Hn, LimitNOFILE=), or share the sockets among several runs of the tool with --url.");
    }

    /// <summary>The hard limit; null for none.</summary>
    public static int? Limit(IEnumerable<string> limits)
    {
        var line = limits.First(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        var hard = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4];
        return hard == "unlimited" ? null : int.Parse(hard, CultureInfo.InvariantCulture);
    }
}
