using System.CommandLine;
using System.Diagnostics;
using Grainline.Load.Comparing;
using Grainline.Load.Reporting;
using Grainline.Load.Servers;
using Grainline.Load.Talk;
using Grainline.Load.Workloads;
using Grainline.Testing.Postgres;

namespace Grainline.Load.Commands;

internal static class CompareCommand
{
    public static Command Create()
    {
        var start = new Option<string>("--start") { Description = "Path of Grainline.Silo.dll.", Required = true };
        var core = Choice.With("--server-core", 0, "Every server runs on this core alone; the tool keeps off it.");
        var rate = Choice.With("--rate", 3_000, "Deliveries a second of the fixed-rate part.").MoreThanZero();
        var conversations = Choice.With("--conversations", 200, "Conversations, ten to an agent.").MoreThanZero();
        var sockets = Choice.With("--sockets", 2_000, "Sockets of the idle part.").AtLeast(IdleRun.WarmUp + 1);
        var rounds = Choice.With("--rounds", 3, "Rounds.").MoreThanZero();
        var warmUp = Choice.With("--warm-up", 5.0, "Seconds before each measurement, at least.").AtLeast(0);
        var limit = Choice.With("--warm-up-limit", 60.0, "Seconds after which measuring begins even when the server's compiler still works.").AtLeast(0);
        var seconds = Choice.With("--seconds", 10.0, "Seconds of each measurement.").MoreThanZero();
        var outputs = new Outputs();
        var command = new Command("compare", "Runs the system and the references in turn on one core and tells ratios.") { start, core, rate, conversations, sockets, rounds, warmUp, limit, seconds };
        outputs.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            KeepOff(parsed.GetValue(core));
            var talkers = parsed.GetValue(conversations);
            var closed = new TalkPlan(talkers, (talkers + 9) / 10, 10, null, 120, parsed.GetValue(warmUp), parsed.GetValue(seconds), null, 1, parsed.GetValue(limit));
            var plan = new ComparePlan(
                new(parsed.GetValue(start), null, null, null, null, parsed.GetValue(core)), [closed, closed with { Rate = parsed.GetValue(rate) }],
                parsed.GetValue(sockets), parsed.GetValue(rounds));
            var references = ReferenceNames.Available();
            if (!references.Contains(ReferenceNames.Postgres))
                Runner.Progress($"The reference {ReferenceNames.Postgres} is left out. {PostgresInstallation.HowToInstall}");
            var compared = await new Comparison(plan, references, Runner.Progress).Run(cancellation);
            RunFigures[] runs = [.. compared.Talks.Select(RunFiguresOf.Talk), .. compared.Idle];
            // Nothing is checked in a reference, and nothing claimed.
            var verdict = VerdictOf.Talks([.. compared.Talks.Where(result => result.System == SystemUnderTest.Name)]);
            return outputs.Write(parsed, Report.Of("compare", runs, [.. Ratios.Of(runs, SystemUnderTest.Name)], verdict));
        }));
        return command;
    }

    // On a machine with one core everybody shares it; the ratios still hold, the tool's own part in them is larger.
    private static void KeepOff(int core)
    {
        using var self = Process.GetCurrentProcess();
        var others = ((1L << Environment.ProcessorCount) - 1) & ~(1L << core);
        if (others != 0 && OperatingSystem.IsLinux())
            self.ProcessorAffinity = (nint)others;
    }
}
