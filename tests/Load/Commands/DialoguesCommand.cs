using System.CommandLine;
using Grainline.Load.Clients;
using Grainline.Load.Servers;
using Grainline.Load.Visits;
using Grainline.Load.Workloads;
using Spectre.Console;

namespace Grainline.Load.Commands;

internal static class DialoguesCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var scripts = Choice.With("--scripts", Path.Combine(AppContext.BaseDirectory, "Dialogues"), "Folder of *.yaml, or one such file.");
        var rate = Choice.With("--rate", 2.0, "New visitors a second.");
        var seconds = Choice.With("--seconds", 30.0, "In which they come; then all are played to their end.");
        var pace = Choice.With("--pace", 0.1, "Multiplies every pause; 1 is as written, in seconds.");
        var agents = Choice.With("--agents", 10, "Agents that the run creates.");
        var capacity = Choice.With("--capacity", 5, "Conversations of one agent at once, 1 to 100.");
        var seed = Choice.With("--seed", 1, "Decides who comes when and with which script.");
        var json = Choice.Json();
        foreach (var option in new[] { rate, seconds, pace })
            option.MoreThanZero();
        var command = new Command("dialogues", "Plays scripted dialogues: turns, pauses, typing, bursts, attachments, people who leave.") { scripts, rate, seconds, pace, agents, capacity, seed, json };
        target.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            var plan = new DialoguesPlan(
                Read(parsed.GetValue(scripts)!), parsed.GetValue(rate), parsed.GetValue(seconds), parsed.GetValue(pace),
                parsed.GetValue(agents), parsed.GetValue(capacity), parsed.GetValue(seed));
            await using var system = await SystemUnderTest.Open(target.Read(parsed), cancellation);
            var result = await new DialoguesRun(system, plan, Runner.Progress).Run(cancellation);
            JsonFile.Write(parsed.GetValue(json), result);
            return Tell(result);
        }));
        return command;
    }

    private static Dialogue[] Read(string path)
    {
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal)] : [path];
        return files is [] ? throw new RefusedException($"{path} holds no *.yaml.") : [.. files.Select(DialogueReader.ReadFile)];
    }

    private static int Tell(DialoguesResult result)
    {
        var table = new Table().AddColumns("dialogue", "language", "ends", "played", "visitor: turns, words a turn", "agent: turns, words a turn");
        foreach (var one in result.Dialogues)
            table.AddRow(one.Name, one.Language, one.Ends, $"{one.Played:N0}", Words(one.Visitor), Words(one.Agent));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{result.Messages:N0} messages. Served after {result.Served.P50:F2} / {result.Served.P99:F2} / {result.Served.Worst:F2} s (p50 / p99 / worst).");
        AnsiConsole.WriteLine($"Agents typed {result.AgentsTyped:N0} times; visitors were shown it {result.TypingShown:N0} times.");
        if (result.AttachmentsRefused > 0)
            AnsiConsole.MarkupLineInterpolated($"[yellow]The server refused {result.AttachmentsRefused:N0} of {result.Attachments:N0} attachments (104): their messages went without them.[/]");
        if (result.NotOpened > 0)
            AnsiConsole.MarkupLineInterpolated($"[yellow]{result.NotOpened:N0} conversations were not opened.[/]");
        foreach (var refusal in result.Refusals)
            AnsiConsole.MarkupLineInterpolated($"[red]Refused: {refusal}[/]");
        var verdict = Verdict.Tell(result.Checked, result.Offers, result.Violations);
        return verdict == Runner.Well && result.Refusals.Length > 0 ? Runner.CouldNotRun : verdict;
    }

    private static string Words(TurnStatistics side) => $"{side.TurnsEach:0.#}, {side.WordsEach:0.#}";
}
