using System.CommandLine;
using Grainline.Load.Faults;
using Grainline.Load.Reporting;
using Grainline.Load.Servers;
using Grainline.Load.Talk;

namespace Grainline.Load.Commands;

internal static class TalkCommand
{
    public static Command Create()
    {
        var (target, faults) = (new TargetOptions(), new FaultOptions());
        var visitors = Choice.With("--visitors", 200, "Visitors, each with a conversation.").MoreThanZero();
        var agents = Choice.With("--agents", 20, "Agents that the run creates.").MoreThanZero();
        var capacity = Choice.With("--capacity", 10, "Conversations of one agent at once.").Between(1, 100);
        var rate = new Option<int?>("--rate") { Description = "Open loop: deliveries a second, planned ahead. Without it the loop is closed: each message is answered when it is seen." }.MoreThanZero();
        var characters = Choice.With("--characters", 120, "Length of a message.").Between(Stamp.Shortest, 8_000);
        var warmUp = Choice.With("--warm-up", 3.0, "Seconds before measuring.").AtLeast(0);
        var limit = Choice.With("--warm-up-limit", 0.0, "Waits longer for the server's compiler to rest, until so many seconds.").AtLeast(0);
        var seconds = Choice.With("--seconds", 10.0, "Seconds to measure.").MoreThanZero();
        var seed = Choice.With("--seed", 1, "Decides moment and measure of every fault and the clients' jitter.");
        var outputs = new Outputs();
        var command = new Command("talk", "Visitors and agents talk; every message is checked.") { visitors, agents, capacity, rate, characters, warmUp, limit, seconds, seed };
        target.AddTo(command);
        faults.AddTo(command);
        outputs.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            var plan = new TalkPlan(
                parsed.GetValue(visitors), parsed.GetValue(agents), parsed.GetValue(capacity), parsed.GetValue(rate), parsed.GetValue(characters),
                parsed.GetValue(warmUp), parsed.GetValue(seconds), faults.Read(parsed), parsed.GetValue(seed), parsed.GetValue(limit));
            using var eager = plan.WarmUpLimit > plan.WarmUp ? new EagerTiering() : null;
            await using var system = await SystemUnderTest.Open(target.Read(parsed), plan.Fault is { } fault ? FaultSet.Create(fault.Name) : null, cancellation);
            var result = await new TalkRun(system, plan, Runner.Progress).Run(cancellation);
            return outputs.Write(parsed, Report.Of("talk", [RunFiguresOf.Talk(result)], [], VerdictOf.Talks([result])));
        }));
        return command;
    }
}
