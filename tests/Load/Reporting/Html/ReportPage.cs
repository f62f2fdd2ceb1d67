using System.Globalization;
using System.Xml.Linq;

namespace Grainline.Load.Reporting.Html;

/// <summary>The report as one page: charts are drawn in it, tables stand beside them, nothing is loaded and nothing runs.</summary>
internal static class ReportPage
{
    public static string Of(Report report)
    {
        var systems = new Systems(report.Runs);
        var title = $"Grainline load report: {report.Command}";
        var page = new XElement("html", new XAttribute("lang", "en"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", title),
                new XElement("style", PageStyle.Text)),
            new XElement("body",
                new XElement("header",
                    new XElement("h1", title),
                    new XElement("p", string.Create(CultureInfo.InvariantCulture, $"{report.At:yyyy-MM-dd HH:mm} UTC, {report.Machine}"))),
                new XElement("main", Verdict(report.Verdict), RatioSection.Of(report.Ratios, systems), report.Runs.GroupBy(run => run.Workload).Select(workload => Workload([.. workload], systems)))));
        return $"<!DOCTYPE html>\n{page.ToString(SaveOptions.DisableFormatting)}\n";
    }

    private static IEnumerable<XElement> Verdict(Verdict verdict)
    {
        foreach (var note in verdict.Notes.Concat(verdict.Failures))
            yield return Element.Of("p", "warning", note);
        foreach (var violation in verdict.Violations)
            yield return Element.Of("p", "warning", $"{violation.Law} in {violation.Subject}: {string.Join(" | ", violation.History)}");
        if (verdict.Messages > 0)
            yield return new XElement("p", Sentences.Checked(verdict));
    }

    private static XElement Workload(RunFigures[] runs, Systems systems) => new("section",
        new XElement("h2", runs[0].Workload),
        Element.Table(["", .. FigureGrid.Of(runs).Single().Systems], FigureGrid.Of(runs).Single().Rows.Select(row => new[] { row.Header }.Concat(row.Cells))),
        DetailTable.Of(runs).Select(details => new[] { new XElement("h3", details.Title), Element.Table(details.Columns, details.Rows) }),
        TimelineSection.Of(runs, systems), LatencySection.Of(runs, systems), CpuSection.Of(runs, systems), PauseSection.Of(runs, systems));
}
