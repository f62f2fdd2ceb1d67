using System.CommandLine;
using Grainline.Load.Reporting;
using Grainline.Load.Servers;
using Grainline.Load.Workloads;

namespace Grainline.Load.Commands;

internal static class SurgeCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var rate = Choice.With("--rate", 3.0, "New visitors a second, at ordinary times.").MoreThanZero();
        var times = Choice.With("--times", 10.0, "So many times as many come in the spike.").MoreThanZero();
        var before = Choice.With("--before", 20.0, "Seconds at the ordinary rate: the usual wait is taken from them.").MoreThanZero();
        var spike = Choice.With("--spike", 60.0, "Seconds of the spike.").MoreThanZero();
        var after = Choice.With("--after", 60.0, "Seconds at the ordinary rate after it.").MoreThanZero();
        var agents = Choice.With("--agents", 20, "Agents that the run creates.").MoreThanZero();
        var capacity = Choice.With("--capacity", 5, "Conversations of one agent at once.").Between(1, 100);
        var hold = Choice.With("--hold", 4.0, "Seconds that a conversation takes once it is served.").MoreThanZero();
        var messages = Choice.With("--messages", 4, "Messages in that time, by turns.").AtLeast(0);
        var seed = Choice.With("--seed", 1, "Decides when everybody comes and how long each one takes.");
        var outputs = new Outputs();
        var command = new Command("surge", "Visitors come in an open loop, ten times as many for a minute; agents serve and resolve. Times the waits and the way back to usual.")
        {
            rate, times, before, spike, after, agents, capacity, hold, messages, seed,
        };
        target.AddTo(command);
        outputs.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            var plan = new SurgePlan(
                parsed.GetValue(rate), parsed.GetValue(times), parsed.GetValue(before), parsed.GetValue(spike), parsed.GetValue(after),
                parsed.GetValue(agents), parsed.GetValue(capacity), parsed.GetValue(hold), parsed.GetValue(messages), parsed.GetValue(seed));
            await using var system = await SystemUnderTest.Open(target.Read(parsed), cancellation);
            var result = await new SurgeRun(system, plan, Runner.Progress).Run(cancellation);
            return outputs.Write(parsed, Report.Of("surge", [RunFiguresOf.Surge(result)], [], VerdictOf.Surge(result)));
        }));
        return command;
    }
}
