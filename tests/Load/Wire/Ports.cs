using System.Globalization;

namespace Grainline.Load.Wire;

/// <summary>How many connections one source address may make to one server: ports are few, and some linger after use or belong to others.</summary>
internal static class Ports
{
    private const string Range = "/proc/sys/net/ipv4/ip_local_port_range";
    private const double Share = 0.75;
    private const int Otherwise = 10_000;

    public static int PerAddress() => File.Exists(Range) ? PerAddress(File.ReadAllText(Range)) : Otherwise;

    /// <param name="range">First and last port, as Linux writes them.</param>
    public static int PerAddress(string range)
    {
        int[] ends = [.. range.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(end => int.Parse(end, CultureInfo.InvariantCulture))];
        return Math.Max(1, (int)(Share * (ends[1] - ends[0] + 1)));
    }
}
