using System.Runtime.InteropServices;
using Grainline.Load.Checking;

namespace Grainline.Load.Reporting;

/// <summary>All that a command has found: what the JSON file holds and the HTML page shows.</summary>
/// <param name="Machine">What it ran on, because bare figures mean nothing elsewhere.</param>
/// <param name="Runs">In the order in which they ran.</param>
/// <param name="Ratios">Of a comparison; else empty.</param>
internal sealed record Report(string Command, DateTimeOffset At, string Machine, IReadOnlyList<RunFigures> Runs, IReadOnlyList<Ratio> Ratios, Verdict Verdict)
{
    public static Report Of(string command, IReadOnlyList<RunFigures> runs, IReadOnlyList<Ratio> ratios, Verdict verdict) => new(
        command, TimeProvider.System.GetUtcNow(), $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}", runs, ratios, verdict);
}

/// <param name="Messages">Acknowledged ones that were looked for in every view.</param>
/// <param name="Notes">What makes figures worth less than they seem.</param>
internal sealed record Verdict(long Messages, long Offers, IReadOnlyList<Violation> Violations, IReadOnlyList<string> Notes)
{
    /// <summary>Why the figures are worth nothing, though no law was violated.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Of a workload in which nobody says anything.</summary>
    /// <param name="sockets">All of them.</param>
    /// <param name="lost">Those that were not there at the end, though they should.</param>
    public static Verdict Silent(int sockets, int lost) => new(0, 0, [], []) { Failures = lost == 0 ? [] : [$"{lost:N0} of {sockets:N0} sockets were lost."] };
}
