using System.CommandLine;
using Grainline.Load.Clients;
using Grainline.Load.Servers;
using Grainline.Load.Wire;
using Grainline.Load.Workloads;
using Spectre.Console;

namespace Grainline.Load.Commands;

internal static class IdleCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var sockets = Choice.With("--sockets", 2_000, "Visitors' sockets; more than 200, which warm the server up.");
        var seconds = Choice.With("--seconds", 10.0, "Seconds to hold them, with heartbeats; 600 for ten minutes.");
        seconds.MoreThanZero();
        var json = Choice.Json();
        var command = new Command("idle", "Opens sockets that only stand: connect rate, memory of each.") { sockets, seconds, json };
        target.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            await using var system = await SystemUnderTest.Open(target.Read(parsed), cancellation);
            Descriptors.Ensure(Environment.ProcessId, "This tool", parsed.GetValue(sockets));
            if (system.ProcessId is { } server)
                Descriptors.Ensure(server, "The server", parsed.GetValue(sockets));
            var visitors = await Opening.Admit(system.Installation, parsed.GetValue(sockets), cancellation);
            var dialer = new Dialer(system.Address);
            Link[] links = [.. visitors.Select(visitor => new QuietLink(dialer, visitor, new(1)))];
            var result = await new IdleRun("grainline", system.Figures, Runner.Progress).Run(links, parsed.GetValue(seconds), cancellation);
            JsonFile.Write(parsed.GetValue(json), result);
            AnsiConsole.Write(Table([result]));
            return result.Lost == 0 ? Runner.Well : Runner.CouldNotRun;
        }));
        return command;
    }

    public static Table Table(IEnumerable<IdleResult> results)
    {
        var table = new Table().AddColumns("", "sockets", "connects/s", "bytes/socket", "resident MiB", "lost", "CPU at rest");
        foreach (var one in results)
            table.AddRow(one.System, $"{one.Sockets:N0}", $"{one.ConnectsPerSecond:N0}", $"{one.BytesPerSocket:N0}", $"{one.ResidentMiB:N0}", $"{one.Lost}", $"{one.CpuShare:P1}");
        return table;
    }
}
