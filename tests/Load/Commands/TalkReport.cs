using Grainline.Load.Talk;
using Spectre.Console;

namespace Grainline.Load.Commands;

/// <summary>The figures of one talk as a table, the violations below it, and the exit code.</summary>
internal static class TalkReport
{
    public static int Tell(TalkResult result, string? json)
    {
        var table = new Table().AddColumn($"{result.System}, {result.Loop} loop").AddColumn(new TableColumn("").RightAligned());
        foreach (var (name, value) in Rows(result))
            table.AddRow(Markup.Escape(name), Markup.Escape(value));
        AnsiConsole.Write(table);
        JsonFile.Write(json, result);
        if (result.Limited > 0)
            AnsiConsole.MarkupLineInterpolated($"[yellow]The server's budgets refused {result.Limited} calls (503): these figures show the limit, not the server. Raise Budgets:*, or use --start.[/]");
        if (Math.Min(result.ToVisitors, result.ToAgents) < 0.9 * result.Acknowledged)
            AnsiConsole.MarkupLine("[yellow]One side received far less in time than was acknowledged: pushes were missing and only Sync brought the messages.[/]");
        foreach (var refusal in result.Refusals)
            AnsiConsole.MarkupLineInterpolated($"[red]Refused: {refusal}[/]");
        var verdict = Verdict.Tell(result.Checked, result.Offers, result.Violations);
        return verdict == Runner.Well && result.Refusals.Length > 0 ? Runner.CouldNotRun : verdict;
    }

    private static IEnumerable<(string Name, string Value)> Rows(TalkResult result)
    {
        yield return ("conversations", $"{result.Conversations:N0}");
        yield return ("delivered", $"{result.Delivered:N0} in {result.Seconds:F1} s");
        yield return ("acknowledged; to visitors, to agents", $"{result.Acknowledged:N0}; {result.ToVisitors:N0}, {result.ToAgents:N0}");
        yield return ("delivered/s", $"{result.DeliveredPerSecond:N0}");
        yield return ("one way p50 / p99 / p99.9 / worst", $"{result.P50:F2} / {result.P99:F2} / {result.P999:F2} / {result.Worst:F2} ms");
        if (result.CpuSecondsPer100K is { } cpu)
            yield return ("server CPU seconds per 100,000 deliveries", $"{cpu:F2}");
        if (result.CpuShare is { } share)
            yield return ("server / tool CPU", $"{share:P0} / {result.ToolCpuShare:P0} of a core");
        if (result.ResidentBytes is { } resident)
            yield return ("server resident", $"{resident / 1048576.0:N0} MiB");
        yield return ("gaps repaired, pushes repeated, calls retried", $"{result.Gaps:N0}, {result.Repeated:N0}, {result.Retried:N0}");
        if (result.AgentsStopped > 0)
            yield return ("agents taken out of service", $"{result.AgentsStopped:N0} times");
        foreach (var fault in result.Faults)
            yield return ($"{fault.At:F1} s: {fault.What}", $"{fault.Retried:N0} calls retried, recovered in {fault.RecoverySeconds:F2} s");
    }
}
