using System.Globalization;
using System.Xml.Linq;

namespace Grainline.Load.Reporting.Html;

/// <summary>Makes elements; whatever text they are given is escaped by the writer.</summary>
internal static class Element
{
    public static XElement Of(string name, string look, params object?[] content) => new(name, new XAttribute("class", look), content);

    /// <summary>A shape of a chart; numbers are written as SVG reads them.</summary>
    public static XElement Shape(string name, string look, params (string Name, double Value)[] at) =>
        new(name, new XAttribute("class", look), at.Select(one => new XAttribute(one.Name, Number(one.Value))));

    public static XElement Text(string look, double x, double y, string text) => new("text", new XAttribute("class", look), new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), text);

    /// <summary>A table that scrolls by itself where the page is too narrow. The first column is the header of its row.</summary>
    public static XElement Table(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows) =>
        new("div", new XAttribute("class", "scroll"), new XAttribute("tabindex", "0"),
            new XElement("table",
                new XElement("thead", new XElement("tr", header.Select(cell => new XElement("th", new XAttribute("scope", "col"), cell)))),
                new XElement("tbody", rows.Select(Row))));

    /// <summary>A chart with its heading above, its legend below and its table beside it.</summary>
    public static XElement Figure(string heading, string note, XElement chart, XElement? legend, XElement table) => Of("section", "figure",
        new XElement("h3", heading), Of("p", "note", note), Of("div", "pair", new XElement("figure", chart, legend), table));

    public static XElement Legend(IEnumerable<string> names, Systems systems) => Of("ul", "legend", names.Select(name =>
        new XElement("li",
            new XElement("svg", new XAttribute("viewBox", "0 0 28 10"), new XAttribute("aria-hidden", "true"),
                Shape("line", $"line {systems.Look(name)}", ("x1", 0), ("y1", 5), ("x2", 28), ("y2", 5))),
            name)));

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static XElement Row(IEnumerable<string> cells) => new("tr", cells.Select((cell, column) =>
        column == 0 ? new XElement("th", new XAttribute("scope", "row"), cell) : new XElement("td", cell)));
}
