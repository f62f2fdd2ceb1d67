using System.CommandLine;
using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Reporting;
using Grainline.Load.Servers;
using Grainline.Load.Wire;
using Grainline.Load.Workloads;

namespace Grainline.Load.Commands;

internal static class IdleCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var sockets = Choice.With("--sockets", 2_000, $"Visitors' sockets; the first {IdleRun.WarmUp} warm the server up.").AtLeast(IdleRun.WarmUp + 1);
        var seconds = Choice.With("--seconds", 10.0, "Seconds to hold them, with heartbeats; 600 for ten minutes.").MoreThanZero();
        var outputs = new Outputs();
        var command = new Command("idle", "Opens sockets that only stand: connect rate, memory of each.") { sockets, seconds };
        target.AddTo(command);
        outputs.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            await using var system = await SystemUnderTest.Open(target.Read(parsed), cancellation);
            Descriptors.Ensure(Environment.ProcessId, "This tool", parsed.GetValue(sockets));
            if (system.ProcessId is { } server)
                Descriptors.Ensure(server, "The server", parsed.GetValue(sockets));
            var visitors = await Opening.Admit(system.Installation, parsed.GetValue(sockets), cancellation);
            var dialer = new Dialer(system.Address);
            Link[] links = [.. visitors.Select(visitor => new QuietLink(dialer, visitor, new(1)))];
            var run = await Measured.Run(system, () => new IdleRun(() => ProcessTable.Figures(system.Roots), Runner.Progress).Run(links, parsed.GetValue(seconds), cancellation));
            return outputs.Write(parsed, Report.Of("idle", [RunFiguresOf.Idle(SystemUnderTest.Name, run)], [], Verdict.Silent(run.Result.Sockets, run.Result.Lost)));
        }));
        return command;
    }
}
