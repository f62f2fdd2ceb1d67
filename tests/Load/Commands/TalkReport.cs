using System.CommandLine;
using Grainline.Load.Reporting;
using Grainline.Load.Talk;
using Spectre.Console;

namespace Grainline.Load.Commands;

/// <summary>The figures of one talk, the violations below them, and the exit code.</summary>
internal static class TalkReport
{
    public static int Tell(TalkResult result, ParseResult parsed, Outputs outputs)
    {
        outputs.Write(parsed, Report.Of("talk", [RunFiguresOf.Talk(result)], [], VerdictOf([result])));
        AnsiConsole.WriteLine(
            $"{result.Conversations:N0} conversations; delivered {result.Delivered:N0} in {result.Costs.Seconds:F1} s, {result.ToVisitors:N0} to visitors, {result.ToAgents:N0} to agents; "
            + $"{result.Acknowledged:N0} acknowledged; {result.Gaps:N0} gaps repaired, {result.Repeated:N0} pushes repeated, {result.Retried:N0} calls retried.");
        if (result.RecoverySeconds.Length > 0)
            AnsiConsole.WriteLine($"Recovered after kill -9 in {string.Join(", ", result.RecoverySeconds.Select(s => $"{s:F2} s"))}.");
        foreach (var refusal in result.Refusals)
            AnsiConsole.MarkupLineInterpolated($"[red]Refused: {refusal}[/]");
        return result.Violations.Length > 0 ? Runner.Violated : result.Refusals.Length > 0 ? Runner.CouldNotRun : Runner.Well;
    }

    public static Verdict VerdictOf(IReadOnlyList<TalkResult> results) => new(
        results.Sum(result => result.Checked), results.Sum(result => result.Offers), [.. results.SelectMany(result => result.Violations)], [.. results.SelectMany(Notes)]);

    private static IEnumerable<string> Notes(TalkResult result)
    {
        if (result.Limited > 0)
            yield return $"The server's budgets refused {result.Limited} calls (503): these figures show the limit, not the server. Raise Budgets:*, or use --start.";
        if (Math.Min(result.ToVisitors, result.ToAgents) < 0.9 * result.Acknowledged)
            yield return $"{result.System}, {result.Loop}: one side received far less in time than was acknowledged: pushes were missing and only Sync brought the messages.";
    }
}
