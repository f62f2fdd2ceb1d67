using System.CommandLine;
using Grainline.Load.Faults;
using Grainline.Load.Servers;
using Grainline.Load.Talk;

namespace Grainline.Load.Commands;

internal static class TalkCommand
{
    public static Command Create()
    {
        var (target, faults) = (new TargetOptions(), new FaultOptions());
        var visitors = Choice.With("--visitors", 200, "Visitors, each with a conversation.");
        var agents = Choice.With("--agents", 20, "Agents that the run creates.");
        var capacity = Choice.With("--capacity", 10, "Conversations of one agent at once, 1 to 100.");
        var rate = new Option<int?>("--rate") { Description = "Open loop: deliveries a second, planned ahead. Without it the loop is closed: each message is answered when it is seen." };
        var characters = Choice.With("--characters", 120, "Length of a message.");
        var warmUp = Choice.With("--warm-up", 3.0, "Seconds before measuring.");
        var seconds = Choice.With("--seconds", 10.0, "Seconds to measure.");
        var seed = Choice.With("--seed", 1, "Decides moment and measure of every fault and the clients' jitter.");
        var json = Choice.Json();
        var command = new Command("talk", "Visitors and agents talk; every message is checked.") { visitors, agents, capacity, rate, characters, warmUp, seconds, seed, json };
        target.AddTo(command);
        faults.AddTo(command);
        characters.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < Stamp.Shortest or > 8_000)
                result.AddError($"--characters is {Stamp.Shortest} to 8000.");
        });
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            var plan = new TalkPlan(
                parsed.GetValue(visitors), parsed.GetValue(agents), parsed.GetValue(capacity), parsed.GetValue(rate), parsed.GetValue(characters),
                parsed.GetValue(warmUp), parsed.GetValue(seconds), faults.Read(parsed), parsed.GetValue(seed));
            await using var system = await SystemUnderTest.Open(target.Read(parsed), plan.Fault is { } fault ? FaultSet.Create(fault.Name) : null, cancellation);
            var result = await new TalkRun(system, plan, Runner.Progress).Run(cancellation);
            return TalkReport.Tell(result, parsed.GetValue(json));
        }));
        return command;
    }
}
