using System.CommandLine;
using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Reporting;
using Grainline.Load.Servers;
using Grainline.Load.Talk;
using Grainline.Load.Wire;
using Grainline.Load.Workloads;

namespace Grainline.Load.Commands;

internal static class StormCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var sockets = Choice.With("--sockets", 1_000, "Visitors with a conversation that waits.").MoreThanZero();
        var outputs = new Outputs();
        var command = new Command("storm", "Cuts all sockets at once and times until each has its conversation back.") { sockets };
        target.AddTo(command);
        outputs.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            await using var system = await SystemUnderTest.Open(target.Read(parsed), cancellation);
            var visitors = await Opening.Admit(system.Installation, parsed.GetValue(sockets), cancellation);
            var (dialer, counts, jitter) = (new Dialer(system.Address), new TalkCounts(), new Random(1));
            var pairs = new Pairs(counts);
            Link[] links = [.. visitors.Select(visitor => new VisitorLink(dialer, visitor, pairs, counts, Stamp.Shortest, new(jitter.Next())))];
            await Opening.Start(links, cancellation);
            var run = await Measured.Run(system, () => StormRun.Run(links, cancellation));
            return outputs.Write(parsed, Report.Of("storm", [RunFiguresOf.Storm(run)], [], Verdict.Silent(run.Result.Sockets, run.Result.Sockets - run.Result.Returned)));
        }));
        return command;
    }
}
