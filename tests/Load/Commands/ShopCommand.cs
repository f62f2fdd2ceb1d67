using System.CommandLine;
using Grainline.Load.Shop;
using Spectre.Console;

namespace Grainline.Load.Commands;

internal static class ShopCommand
{
    private const double CutAgainstRoundRobin = 0.5, CutAgainstLeastLoaded = 0.2;

    public static Command Create()
    {
        var seeds = Choice.With("--seeds", 20, "How many shops.").AtLeast(2, ": one shop has no confidence interval");
        var first = Choice.With("--first", 1, "The first seed.");
        var learn = Choice.With("--learn", 5_000, "Conversations that only teach.").AtLeast(0);
        var measure = Choice.With("--measure", 5_000, "Conversations that are measured after them.").MoreThanZero();
        var patience = new Option<double?>("--patience") { Description = "Mean minutes after which visitors give up; without it they never do." }.MoreThanZero();
        var json = new JsonOutput();
        var command = new Command("shop", "Runs a simulated shop under round robin, least loaded and the learned policy, in virtual time.") { seeds, first, learn, measure, patience };
        json.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(() =>
        {
            var figures = new List<ShopFigures>();
            for (var i = 0; i < parsed.GetValue(seeds); i++)
            {
                var plan = new ShopPlan(parsed.GetValue(first) + i, parsed.GetValue(learn) + parsed.GetValue(measure)) { PatienceMinutes = parsed.GetValue(patience) };
                figures.AddRange(ShopRun.Seed(plan, parsed.GetValue(learn), cancellation));
            }

            ShopVerdict[] verdicts = [ShopVerdict.Of(ShopRun.RoundRobin, figures), ShopVerdict.Of(ShopRun.LeastLoaded, figures)];
            AnsiConsole.Write(ShopReport.Table(figures));
            AnsiConsole.Write(ShopReport.Table(verdicts));
            json.Write(parsed, new { verdicts, figures });
            return Task.FromResult(verdicts[0].Keeps(CutAgainstRoundRobin) && verdicts[1].Keeps(CutAgainstLeastLoaded) ? Runner.Well : Runner.Violated);
        }));
        return command;
    }
}
