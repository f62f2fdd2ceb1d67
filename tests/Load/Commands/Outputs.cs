using System.CommandLine;
using Grainline.Load.Reporting;
using Grainline.Load.Reporting.Html;

namespace Grainline.Load.Commands;

/// <summary>Where the report of every workload goes: the terminal, and files that were named.</summary>
internal sealed class Outputs
{
    private readonly JsonOutput _json = new();
    private readonly Option<string?> _html = new("--html") { Description = "Writes a report with charts to this file: one page, nothing to load." };

    public void AddTo(Command command)
    {
        _json.AddTo(command);
        command.Add(_html);
    }

    /// <returns>The exit code that the report deserves.</returns>
    public int Write(ParseResult parsed, Report report)
    {
        FigureTable.Write(report.Runs);
        if (report.Ratios.Count > 0)
            FigureTable.Write(report.Ratios);
        _json.Write(parsed, report);
        if (parsed.GetValue(_html) is { } html)
            File.WriteAllText(html, ReportPage.Of(report));
        VerdictText.Write(report.Verdict);
        return report.Verdict switch
        {
            { Violations.Count: > 0 } => Runner.Violated,
            { Failures.Count: > 0 } => Runner.CouldNotRun,
            _ => Runner.Well,
        };
    }
}
