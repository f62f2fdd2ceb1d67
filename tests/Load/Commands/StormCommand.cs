using System.CommandLine;
using Grainline.Load.Clients;
using Grainline.Load.Servers;
using Grainline.Load.Talk;
using Grainline.Load.Wire;
using Grainline.Load.Workloads;
using Spectre.Console;

namespace Grainline.Load.Commands;

internal static class StormCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var sockets = Choice.With("--sockets", 1_000, "Visitors with a conversation that waits.");
        var json = Choice.Json();
        var command = new Command("storm", "Cuts all sockets at once and times until each has its conversation back.") { sockets, json };
        target.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            await using var system = await SystemUnderTest.Open(target.Read(parsed), cancellation);
            var visitors = await Opening.Admit(system.Installation, parsed.GetValue(sockets), cancellation);
            var (dialer, counts, jitter) = (new Dialer(system.Address), new TalkCounts(), new Random(1));
            var pairs = new Pairs(counts);
            Link[] links = [.. visitors.Select(visitor => new VisitorLink(dialer, visitor, pairs, counts, Stamp.Shortest, new(jitter.Next())))];
            await Opening.Start(links, cancellation);
            var result = await StormRun.Run(links, cancellation);
            JsonFile.Write(parsed.GetValue(json), result);
            AnsiConsole.Write(new Table().AddColumns("sockets", "returned", "p50 ms", "p99 ms", "worst ms")
                .AddRow($"{result.Sockets:N0}", $"{result.Returned:N0}", $"{result.P50:N0}", $"{result.P99:N0}", $"{result.Worst:N0}"));
            return result.Returned == result.Sockets ? Runner.Well : Runner.CouldNotRun;
        }));
        return command;
    }
}
