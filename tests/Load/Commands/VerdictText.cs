using Grainline.Load.Reporting;
using Spectre.Console;

namespace Grainline.Load.Commands;

/// <summary>Says what was checked, what was found, and what makes the figures worth less.</summary>
internal static class VerdictText
{
    private const int ViolationsShown = 5;

    public static void Write(Verdict verdict)
    {
        foreach (var note in verdict.Notes)
            AnsiConsole.MarkupLineInterpolated($"[yellow]{note}[/]");
        foreach (var violation in verdict.Violations.Take(ViolationsShown))
            AnsiConsole.MarkupLineInterpolated($"[red]{violation.Law} in {violation.Subject}:[/]\n  {string.Join("\n  ", violation.History)}");
        if (verdict.Messages > 0)
            AnsiConsole.WriteLine(Sentence(verdict));
    }

    public static string Sentence(Verdict verdict) => verdict.Violations.Count == 0
        ? $"Checked {verdict.Messages:N0} acknowledged messages and {verdict.Offers:N0} offers: lost 0, doubled 0, reordered 0, over capacity 0, overtaken 0."
        : $"{verdict.Violations.Count} violations in {verdict.Messages:N0} acknowledged messages and {verdict.Offers:N0} offers.";
}
