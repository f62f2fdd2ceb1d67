namespace Grainline.Load.Figures;

/// <summary>
/// .NET compiles what runs often once more, in the background, and until then a server runs code of half the speed. The thread that does it tells when it
/// has finished, whatever else the machine does.
/// </summary>
internal static class Compiler
{
    // Linux keeps 15 characters of ".NET Tiered Compilation Worker".
    private const string Thread = ".NET Tiered Com";

    // In so many seconds at rest: single methods that are found late are not a warm-up any more.
    private const int RestSeconds = 5;
    private const double RestShare = 0.01;

    /// <summary>Seconds that the background compilers have used; of one that ended for want of work, nothing.</summary>
    public static double CpuSeconds(IMeasured measured) =>
        measured.Roots.Where(root => root.IsDotNet).SelectMany(root => ProcFolder.Threads(root.Pid)).Where(thread => thread.Name == Thread).Sum(thread => thread.CpuSeconds);

    /// <summary>Waits until they rest, at most this long.</summary>
    public static async Task WaitForRest(IMeasured measured, double mostSeconds, CancellationToken cancellation)
    {
        var seen = new List<double> { CpuSeconds(measured) };
        for (var began = Clock.Now; Clock.Seconds(began) < mostSeconds && !IsAtRest(seen); seen.Add(CpuSeconds(measured)))
            await Clock.Wait(1, cancellation);
    }

    /// <param name="seen">Their time so far, second by second.</param>
    public static bool IsAtRest(IReadOnlyList<double> seen)
    {
        if (seen.Count <= RestSeconds)
            return false;
        var last = seen.Skip(seen.Count - RestSeconds - 1).ToArray();
        // A thread that ended takes its time with it, so a fall is no work.
        return last.Zip(last.Skip(1), (before, after) => Math.Max(0, after - before)).Sum() <= RestShare * RestSeconds;
    }
}
