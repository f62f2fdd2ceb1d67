using Grainline.Load.Checking;
using Spectre.Console;

namespace Grainline.Load.Commands;

/// <summary>The last words of every checked run, and its exit code.</summary>
internal static class Verdict
{
    private const int ViolationsShown = 5;

    public static int Tell(long messages, int offers, Violation[] violations)
    {
        foreach (var violation in violations.Take(ViolationsShown))
            AnsiConsole.MarkupLineInterpolated($"[red]{violation.Law} in {violation.Subject}:[/]\n  {string.Join("\n  ", violation.History)}");
        AnsiConsole.WriteLine(violations.Length == 0
            ? $"Checked {messages:N0} acknowledged messages and {offers:N0} offers: lost 0, doubled 0, reordered 0, over capacity 0, overtaken 0."
            : $"{violations.Length} violations in {messages:N0} acknowledged messages and {offers:N0} offers.");
        return violations.Length > 0 ? Runner.Violated : Runner.Well;
    }
}
