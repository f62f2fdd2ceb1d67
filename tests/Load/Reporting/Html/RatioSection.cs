using System.Xml.Linq;

namespace Grainline.Load.Reporting.Html;

/// <summary>Ratios as a dot on a range: the median of the rounds between the lowest and the highest.</summary>
internal static class RatioSection
{
    private const double HeadHeight = 20, RowHeight = 15;

    public static XElement? Of(IReadOnlyList<Ratio> ratios, Systems systems)
    {
        if (ratios.Count == 0)
            return null;
        var rows = ratios.GroupBy(ratio => ratio.Header).ToArray();
        string[] references = [.. ratios.Select(ratio => ratio.Reference).Distinct()];
        // 1 belongs on the axis whatever was found: it is what the eye compares with.
        var axis = Axis.Logarithmic("ratio, logarithmic", [1, .. ratios.SelectMany(ratio => new[] { ratio.Spread.Lowest, ratio.Spread.Highest })]);
        var plot = new Plot("Ratios with their spread", axis, null, rows.Sum(row => HeadHeight + RowHeight * row.Count()));
        plot.Strong(1);
        var top = 0.0;
        foreach (var row in rows)
        {
            plot.Drawing.Add(Element.Text("", 4, Plot.Row(top) + 14, row.Key));
            top += HeadHeight;
            foreach (var ratio in row)
            {
                Range(plot, systems.Look(ratio.Reference), ratio.Spread, Plot.Row(top) + RowHeight / 2);
                top += RowHeight;
            }
        }
        return new("section", new XElement("h2", "Ratios"), Element.Figure(
            "Grainline to each reference", "Each round's figure divided by the reference's in the same round: median, lowest and highest. The strong line is 1, equal.",
            plot.Drawing, Element.Legend(references, systems), Element.Table(["", .. references], rows.Select(row => Cells(row, references)))));
    }

    private static void Range(Plot plot, string look, Spread spread, double y)
    {
        plot.Drawing.Add(Element.Shape("line", $"span {look}", ("x1", plot.X(spread.Lowest)), ("y1", y), ("x2", plot.X(spread.Highest)), ("y2", y)));
        var dot = Element.Shape("circle", $"dot {look}", ("cx", plot.X(spread.Median)), ("cy", y), ("r", 5));
        dot.Add(new XElement("title", spread.ToString()));
        plot.Drawing.Add(dot);
    }

    private static IEnumerable<string> Cells(IGrouping<string, Ratio> row, string[] references) =>
        [row.Key, .. references.Select(reference => row.FirstOrDefault(ratio => ratio.Reference == reference)?.Spread.ToString() ?? "")];
}
