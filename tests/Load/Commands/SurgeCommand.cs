using System.CommandLine;
using Grainline.Load.Servers;
using Grainline.Load.Visits;
using Grainline.Load.Workloads;
using Spectre.Console;

namespace Grainline.Load.Commands;

internal static class SurgeCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var rate = Choice.With("--rate", 3.0, "New visitors a second, at ordinary times.");
        var times = Choice.With("--times", 10.0, "So many times as many come in the spike.");
        var before = Choice.With("--before", 20.0, "Seconds at the ordinary rate: the usual wait is taken from them.");
        var spike = Choice.With("--spike", 60.0, "Seconds of the spike.");
        var after = Choice.With("--after", 60.0, "Seconds at the ordinary rate after it.");
        var agents = Choice.With("--agents", 20, "Agents that the run creates.");
        var capacity = Choice.With("--capacity", 5, "Conversations of one agent at once, 1 to 100.");
        var hold = Choice.With("--hold", 4.0, "Seconds that a conversation takes once it is served.");
        var messages = Choice.With("--messages", 4, "Messages in that time, by turns.");
        var seed = Choice.With("--seed", 1, "Decides when everybody comes and how long each one takes.");
        var json = Choice.Json();
        foreach (var option in new[] { rate, times, before, spike, after, hold })
            option.MoreThanZero();
        var command = new Command("surge", "Visitors come in an open loop, ten times as many for a minute; agents serve and resolve. Times the waits and the way back to usual.")
        {
            rate, times, before, spike, after, agents, capacity, hold, messages, seed, json,
        };
        target.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            var plan = new SurgePlan(
                parsed.GetValue(rate), parsed.GetValue(times), parsed.GetValue(before), parsed.GetValue(spike), parsed.GetValue(after),
                parsed.GetValue(agents), parsed.GetValue(capacity), parsed.GetValue(hold), parsed.GetValue(messages), parsed.GetValue(seed));
            await using var system = await SystemUnderTest.Open(target.Read(parsed), cancellation);
            var result = await new SurgeRun(system, plan, Runner.Progress).Run(cancellation);
            JsonFile.Write(parsed.GetValue(json), result);
            return Tell(result);
        }));
        return command;
    }

    private static int Tell(SurgeResult result)
    {
        var table = new Table().AddColumns("", "come/s", "came", "not opened", "open, s", "offer, s", "served, s").Caption("waits since arrival: p50 / p99 / worst");
        foreach (var phase in result.Phases)
            table.AddRow(phase.Phase, $"{phase.PerSecond:0.#}", $"{phase.Arrivals:N0}", $"{phase.NotOpened:N0}", Words(phase.Opened), Words(phase.Offered), Words(phase.Served));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(result.RecoverySeconds is { } seconds
            ? $"Offers came as before (within {result.UsualWait:F2} s) from {seconds:F1} s after the spike's end on."
            : $"The wait was not back to {result.UsualWait:F2} s when the last visitor came: give it more --after, or more agents.");
        AnsiConsole.WriteLine($"Places in line told: {result.Places:N0}, of them further back than before: {result.SetBacks:N0}.");
        foreach (var refusal in result.Refusals)
            AnsiConsole.MarkupLineInterpolated($"[yellow]Not opened: {refusal}[/]");
        return Verdict.Tell(result.Checked, result.Offers, result.Violations);
    }

    private static string Words(Quantiles waits) => $"{waits.P50:F2} / {waits.P99:F2} / {waits.Worst:F2}";
}
