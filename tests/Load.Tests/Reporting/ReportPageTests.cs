using System.Xml.Linq;
using Grainline.Load.Checking;
using Grainline.Load.Reporting;
using Grainline.Load.Reporting.Html;

namespace Grainline.Load.Tests.Reporting;

public sealed class ReportPageTests
{
    private const string Nasty = "<script>alert('x')</script> & \"co\"";

    private static readonly RunFigures[] Runs = [Sample.Talk("grainline", 100_000, 8), Sample.Talk("signalr", 400_000, 8, new Load.Figures.ProcessCost("database session", 2, 1)), Sample.Idle("grainline", 30_000)];

    [Fact]
    public void Of_Comparison_IsWellFormedWithChartsAndATableBesideEach()
    {
        var page = Parse(Page(Runs));
        var figures = page.Descendants("section").Where(section => (string?)section.Attribute("class") == "figure").ToArray();
        Assert.Equal(
            ["Grainline to each reference", "Delivered over time", "One-way times", "CPU of each process", "Garbage collector pauses", "CPU of each process"],
            figures.Select(figure => figure.Element("h3")!.Value));
        Assert.All(figures, figure =>
        {
            Assert.NotEmpty(figure.Descendants("svg"));
            Assert.NotEmpty(figure.Descendants("tbody").Elements("tr"));
        });
    }

    [Fact]
    public void Of_AnyNumbers_DrawsOnlyFiniteOnes() =>
        Assert.DoesNotContain(Parse(Page(Runs)).Descendants().Attributes(), attribute => attribute.Value.Contains("NaN", StringComparison.Ordinal) || attribute.Value.Contains('∞', StringComparison.Ordinal));

    [Fact]
    public void Of_NamesWithMarkup_ShowsThemAsText()
    {
        var html = Page([Sample.Talk(Nasty, 100_000, 8) with { Workload = Nasty }], new(1, 0, [new(Law.Lost, Nasty, [Nasty])], [Nasty]));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains(Parse(html).Descendants("h2"), heading => heading.Value == Nasty);
        Assert.Contains(Parse(html).Descendants("p"), paragraph => paragraph.Value == $"Lost in {Nasty}: {Nasty}");
    }

    [Fact]
    public void Of_Comparison_LoadsNothing()
    {
        var page = Parse(Page(Runs));
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" or "onclick" or "style");
        Assert.DoesNotContain("url(", page.Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Faults_HasATableAndAMarkInTimeForEach()
    {
        var page = Parse(Page([Sample.Kills("grainline")]));
        var table = page.Descendants("h3").Single(heading => heading.Value == "Faults").ElementsAfterSelf().First();
        Assert.Equal(["3.6", "7.2"], table.Descendants("tbody").Elements("tr").Select(row => row.Elements("td").First().Value));
        var timeline = page.Descendants("svg").Single(chart => (string?)chart.Attribute("aria-label") == "Deliveries a second over time");
        Assert.Equal(2, timeline.Descendants("line").Count(line => (string?)line.Element("title") == "killed with SIGKILL and started again"));
    }

    [Fact]
    public void Of_NothingMeasured_StillIsAPage() => Assert.Equal("Grainline load report: talk", Parse(Page([])).Descendants("h1").Single().Value);

    [Fact]
    public void Of_Elements_AreNeverClosedInAWayThatHtmlDoesNotKnow()
    {
        string[] selfClosing = ["meta", "line", "rect", "circle", "polyline"];
        Assert.DoesNotContain(Parse(Page(Runs)).Descendants(), element => element.IsEmpty && !selfClosing.Contains(element.Name.LocalName));
    }

    private static string Page(RunFigures[] runs, Verdict? verdict = null) =>
        ReportPage.Of(new("talk", new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "a machine", runs, [.. Ratios.Of(runs, "grainline")], verdict ?? Verdict.Silent(0, 0)));

    private static XDocument Parse(string html) => XDocument.Parse(html);
}
