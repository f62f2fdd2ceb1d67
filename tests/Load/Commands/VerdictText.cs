using Grainline.Load.Reporting;
using Spectre.Console;

namespace Grainline.Load.Commands;

/// <summary>Says what was checked, what was found, and what makes the figures worth less or nothing.</summary>
internal static class VerdictText
{
    private const int ViolationsShown = 5;

    public static void Write(Verdict verdict)
    {
        foreach (var note in verdict.Notes)
            AnsiConsole.MarkupLineInterpolated($"[yellow]{note}[/]");
        foreach (var failure in verdict.Failures)
            AnsiConsole.MarkupLineInterpolated($"[red]{failure}[/]");
        foreach (var violation in verdict.Violations.Take(ViolationsShown))
            AnsiConsole.MarkupLineInterpolated($"[red]{violation.Law} in {violation.Subject}:[/]\n  {string.Join("\n  ", violation.History)}");
        if (verdict.Messages > 0)
            AnsiConsole.WriteLine(Sentences.Checked(verdict));
    }
}
