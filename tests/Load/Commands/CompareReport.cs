using System.CommandLine;
using Grainline.Load.Comparing;
using Grainline.Load.Reporting;

namespace Grainline.Load.Commands;

/// <summary>Figures of all, and the ratios of the system to each reference with their spread over the rounds.</summary>
internal static class CompareReport
{
    public static int Tell(ComparedRounds all, ParseResult parsed, Outputs outputs)
    {
        RunFigures[] runs = [.. all.Talks.Select(RunFiguresOf.Talk), .. all.Idle];
        // Nothing is checked in a reference, and nothing claimed.
        var verdict = TalkReport.VerdictOf([.. all.Talks.Where(result => result.System == Comparison.System)]);
        outputs.Write(parsed, Report.Of("compare", runs, [.. Ratios.Of(runs, Comparison.System)], verdict));
        return verdict.Violations.Count == 0 ? Runner.Well : Runner.Violated;
    }
}
