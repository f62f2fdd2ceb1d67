using System.CommandLine;
using Grainline.Load.Reporting;
using Grainline.Load.Reporting.Html;

namespace Grainline.Load.Commands;

internal static class ReportCommand
{
    public static Command Create()
    {
        var json = new Argument<string>("json") { Description = "What --json has written." };
        var html = new Argument<string>("html") { Description = "The page to write." };
        var command = new Command("report", "Draws the report of a run that was measured before.") { json, html };
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            var report = ReportJson.Read(await File.ReadAllTextAsync(parsed.GetRequiredValue(json), cancellation));
            await File.WriteAllTextAsync(parsed.GetRequiredValue(html), ReportPage.Of(report), cancellation);
            return Runner.Well;
        }));
        return command;
    }
}
