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
        var sockets = Choice.With("--sockets", 2_000, "Visitors' sockets; more than 200, which warm the server up.");
        var seconds = Choice.With("--seconds", 10.0, "Seconds to hold them, with heartbeats.");
        var outputs = new Outputs();
        var command = new Command("idle", "Opens sockets that only stand: connect rate, memory of each.") { sockets, seconds };
        target.AddTo(command);
        outputs.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            await using var system = await SystemUnderTest.Open(target.Read(parsed), cancellation);
            var visitors = await Opening.Admit(system.Installation, parsed.GetValue(sockets), cancellation);
            var dialer = new Dialer(system.Address);
            Link[] links = [.. visitors.Select(visitor => new QuietLink(dialer, visitor, new(1)))];
            var (result, costs) = await Measured.Run(system, () => new IdleRun("grainline", system.Figures).Run(links, parsed.GetValue(seconds), cancellation));
            outputs.Write(parsed, Report.Of("idle", [RunFiguresOf.Idle(result, costs)], [], Verdict.Silent));
            return result.Lost == 0 ? Runner.Well : Runner.CouldNotRun;
        }));
        return command;
    }
}
