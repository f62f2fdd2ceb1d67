using System.Globalization;

namespace Grainline.Load.Figures;

/// <summary>One line of <c>/proc/PID/stat</c>.</summary>
/// <param name="Parent">Id of the process that started it.</param>
/// <param name="CpuSeconds">User and system time, of itself and of those of its children that have ended: nobody else remembers them.</param>
internal readonly record struct ProcStat(int Pid, int Parent, string Name, double CpuSeconds)
{
    private const double TicksPerSecond = 100;

    public static ProcStat Parse(string line)
    {
        // The name in brackets may hold spaces and brackets; the fields are counted from behind it: parent is 4, utime to cstime 14 to 17.
        var (open, close) = (line.IndexOf('('), line.LastIndexOf(')'));
        var fields = line[(close + 2)..].Split(' ');
        var ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return new(Number(line[..(open - 1)]), Number(fields[1]), line[(open + 1)..close], ticks / TicksPerSecond);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
