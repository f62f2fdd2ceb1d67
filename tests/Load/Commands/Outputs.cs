using System.CommandLine;
using Grainline.Load.Reporting;
using Grainline.Load.Reporting.Html;

namespace Grainline.Load.Commands;

/// <summary>Where the figures go besides the terminal.</summary>
internal sealed class Outputs
{
    private readonly Option<string?> _json = Choice.Json();
    private readonly Option<string?> _html = new("--html") { Description = "Writes a report with charts to this file: one page, nothing to load." };

    public void AddTo(Command command)
    {
        command.Add(_json);
        command.Add(_html);
    }

    public void Write(ParseResult parsed, Report report)
    {
        FigureTable.Write(report.Runs);
        if (report.Ratios.Count > 0)
            FigureTable.Write(report.Ratios);
        JsonFile.Write(parsed.GetValue(_json), report);
        if (parsed.GetValue(_html) is { } html)
            File.WriteAllText(html, ReportPage.Of(report));
        VerdictText.Write(report.Verdict);
    }
}
