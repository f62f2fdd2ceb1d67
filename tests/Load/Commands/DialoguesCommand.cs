using System.CommandLine;
using Grainline.Load.Clients;
using Grainline.Load.Reporting;
using Grainline.Load.Servers;
using Grainline.Load.Visits;
using Grainline.Load.Workloads;

namespace Grainline.Load.Commands;

internal static class DialoguesCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var scripts = Choice.With("--scripts", Path.Combine(AppContext.BaseDirectory, "Dialogues"), "Folder of *.yaml, or one such file.");
        var rate = Choice.With("--rate", 2.0, "New visitors a second.").MoreThanZero();
        var seconds = Choice.With("--seconds", 30.0, "In which they come; then all are played to their end.").MoreThanZero();
        var pace = Choice.With("--pace", 0.1, "Multiplies every pause; 1 is as written, in seconds.").MoreThanZero();
        var agents = Choice.With("--agents", 10, "Agents that the run creates.").MoreThanZero();
        var capacity = Choice.With("--capacity", 5, "Conversations of one agent at once.").Between(1, 100);
        var seed = Choice.With("--seed", 1, "Decides who comes when and with which script.");
        var outputs = new Outputs();
        var command = new Command("dialogues", "Plays scripted dialogues: turns, pauses, typing, bursts, attachments, people who leave.") { scripts, rate, seconds, pace, agents, capacity, seed };
        target.AddTo(command);
        outputs.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            var plan = new DialoguesPlan(
                Read(parsed.GetValue(scripts)!), parsed.GetValue(rate), parsed.GetValue(seconds), parsed.GetValue(pace),
                parsed.GetValue(agents), parsed.GetValue(capacity), parsed.GetValue(seed));
            await using var system = await SystemUnderTest.Open(target.Read(parsed), cancellation);
            var result = await new DialoguesRun(system, plan, Runner.Progress).Run(cancellation);
            return outputs.Write(parsed, Report.Of("dialogues", [RunFiguresOf.Dialogues(result)], [], VerdictOf.Dialogues(result)));
        }));
        return command;
    }

    private static Dialogue[] Read(string path)
    {
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal)] : [path];
        return files is [] ? throw new RefusedException($"{path} holds no *.yaml.") : [.. files.Select(DialogueReader.ReadFile)];
    }
}
