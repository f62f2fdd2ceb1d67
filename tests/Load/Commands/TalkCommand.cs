using System.CommandLine;
using Grainline.Load.Servers;
using Grainline.Load.Talk;

namespace Grainline.Load.Commands;

internal static class TalkCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var visitors = Choice.With("--visitors", 200, "Visitors, each with a conversation.");
        var agents = Choice.With("--agents", 20, "Agents that the run creates.");
        var capacity = Choice.With("--capacity", 10, "Conversations of one agent at once, 1 to 100.");
        var rate = new Option<int?>("--rate") { Description = "Open loop: deliveries a second, planned ahead. Without it the loop is closed: each message is answered when it is seen." };
        var characters = Choice.With("--characters", 120, "Length of a message.");
        var warmUp = Choice.With("--warm-up", 3.0, "Seconds before measuring.");
        var limit = Choice.With("--warm-up-limit", 0.0, "Waits longer for the server's compiler to rest, until so many seconds.");
        var seconds = Choice.With("--seconds", 10.0, "Seconds to measure.");
        var kill = new Option<double?>("--kill-every") { Description = "Kills the started server with SIGKILL about this often, in seconds, and starts it again." };
        var seed = Choice.With("--seed", 1, "Decides the moments of the kills and the clients' jitter.");
        var outputs = new Outputs();
        var command = new Command("talk", "Visitors and agents talk; every message is checked.") { visitors, agents, capacity, rate, characters, warmUp, limit, seconds, kill, seed };
        target.AddTo(command);
        outputs.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(kill) is not null && result.GetResult("--start") is null)
                result.AddError("--kill-every needs --start: the tool kills only what it has started.");
        });
        characters.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < Stamp.Shortest or > 8_000)
                result.AddError($"--characters is {Stamp.Shortest} to 8000.");
        });
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            var plan = new TalkPlan(
                parsed.GetValue(visitors), parsed.GetValue(agents), parsed.GetValue(capacity), parsed.GetValue(rate), parsed.GetValue(characters),
                parsed.GetValue(warmUp), parsed.GetValue(seconds), parsed.GetValue(kill), parsed.GetValue(seed), parsed.GetValue(limit));
            using var eager = plan.WarmUpLimit > plan.WarmUp ? new EagerTiering() : null;
            await using var system = await SystemUnderTest.Open(target.Read(parsed), cancellation);
            var result = await new TalkRun(system, plan, Runner.Progress).Run(cancellation);
            return TalkReport.Tell(result, parsed, outputs);
        }));
        return command;
    }
}
