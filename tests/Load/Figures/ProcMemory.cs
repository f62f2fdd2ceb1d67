using System.Globalization;

namespace Grainline.Load.Figures;

/// <summary>Resident memory from <c>/proc/PID/status</c>.</summary>
/// <param name="Own">Bytes that no other process can share.</param>
/// <param name="Shared">Bytes of files and of shared memory, which every process that maps them counts in full.</param>
internal readonly record struct ProcMemory(long Own, long Shared)
{
    public long Resident => Own + Shared;

    public static ProcMemory Parse(IEnumerable<string> status)
    {
        var kilobytes = status.Where(line => line.StartsWith("Rss", StringComparison.Ordinal)).ToDictionary(
            line => line[..line.IndexOf(':')], line => long.Parse(line.AsSpan(line.IndexOf(':') + 1).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture));
        return new(1024 * kilobytes.GetValueOrDefault("RssAnon"), 1024 * (kilobytes.GetValueOrDefault("RssFile") + kilobytes.GetValueOrDefault("RssShmem")));
    }
}
