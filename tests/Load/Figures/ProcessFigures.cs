using System.Globalization;

namespace Grainline.Load.Figures;

/// <summary>What Linux knows of a process: processor time so far, resident memory now.</summary>
/// <param name="CpuSeconds">User and system time.</param>
/// <param name="ResidentBytes">VmRSS.</param>
internal readonly record struct ProcessFigures(double CpuSeconds, long ResidentBytes)
{
    private const double TicksPerSecond = 100;

    /// <exception cref="IOException">There is no such process.</exception>
    public static ProcessFigures Of(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        // The name in brackets may hold spaces; the fields are counted from behind it: state is 3, utime 14, stime 15.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        var resident = File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kilobytes = long.Parse(resident.AsSpan(6).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture);
        return new(ticks / TicksPerSecond, kilobytes * 1024);
    }
}
