using System.Globalization;

namespace Grainline.Load.Figures;

/// <summary>Linux's <c>/proc</c>. Processes come and go while it is read: one that is gone is none.</summary>
internal static class ProcFolder
{
    public static IEnumerable<ProcStat> All() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) ? Stat(pid) : null)
        .OfType<ProcStat>();

    public static ProcStat? Stat(int pid) => Read(pid, "stat") is { Length: > 0 } line ? ProcStat.Parse(line) : null;

    public static ProcMemory Memory(int pid) => ProcMemory.Parse(Read(pid, "status").Split('\n'));

    /// <summary>What the process says it does, for those that say it; else the program's name.</summary>
    public static string Title(ProcStat stat) => ProcessTitle.Of(stat.Name, Read(stat.Pid, "cmdline"));

    public static bool IsThere(int pid) => Stat(pid) is not null;

    public static bool IsDotNet(int pid) => Read(pid, "maps").Contains("libcoreclr", StringComparison.Ordinal);

    /// <summary>Each thread as if it were a process.</summary>
    public static IEnumerable<ProcStat> Threads(int pid)
    {
        try
        {
            return [.. Directory.GetDirectories($"/proc/{pid}/task").Select(folder => Text($"{folder}/stat")).Where(line => line.Length > 0).Select(ProcStat.Parse)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static string Read(int pid, string file) => Text($"/proc/{pid}/{file}");

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
