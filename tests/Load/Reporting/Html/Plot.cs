using System.Globalization;
using System.Xml.Linq;

namespace Grainline.Load.Reporting.Html;

/// <summary>The area of a chart with its axes. Sizes are units of the drawing, which the page scales to its width.</summary>
internal sealed class Plot
{
    public const double Width = 440;

    private const double Right = 24, Top = 24, Bottom = 40;

    private readonly Axis _x;
    private readonly Axis? _y;
    private readonly double _left;
    private readonly double _height;

    /// <param name="y">Null for a chart whose rows are names.</param>
    /// <param name="height">Of the area between the axes.</param>
    public Plot(string label, Axis x, Axis? y, double height)
    {
        (_x, _y, _height, _left) = (x, y, height, y is null ? 16 : 54);
        Drawing = new("svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {height + Top + Bottom}")), new XAttribute("role", "img"), new XAttribute("aria-label", label));
        foreach (var tick in x.Ticks)
        {
            Rule(X(tick.Value), Top, X(tick.Value), Top + height);
            Drawing.Add(Element.Text("tick mid", X(tick.Value), Top + height + 15, tick.Label));
        }
        Drawing.Add(Element.Text("tick mid", (_left + Width - Right) / 2, Top + height + 33, x.Title));
        if (y is null)
            return;
        foreach (var tick in y.Ticks)
        {
            Rule(_left, Y(tick.Value), Width - Right, Y(tick.Value));
            Drawing.Add(Element.Text("tick end", _left - 6, Y(tick.Value) + 4, tick.Label));
        }
        Drawing.Add(Element.Text("tick", 0, 12, y.Title));
    }

    public XElement Drawing { get; }

    public double X(double value) => _left + _x.At(value) * (Width - Right - _left);

    public double Y(double value) => Top + (1 - _y!.At(value)) * _height;

    /// <summary>Top of a row, for charts whose rows are names.</summary>
    public static double Row(double offset) => Top + offset;

    /// <summary>Shades what lies left of a value.</summary>
    public void ShadeBefore(double value, string label)
    {
        if (X(value) <= _left)
            return;
        Drawing.AddFirst(Element.Shape("rect", "wash", ("x", _left), ("y", Top), ("width", X(value) - _left), ("height", _height)));
        Drawing.Add(Element.Text("tick", _left + 4, Top + 12, label));
    }

    /// <summary>Something that happened at a value, told when it is pointed at.</summary>
    public void Mark(string look, double value, string what)
    {
        var mark = Element.Shape("line", $"mark {look}", ("x1", X(value)), ("y1", Top), ("x2", X(value)), ("y2", Top + _height));
        mark.Add(new XElement("title", what));
        Drawing.Add(mark);
    }

    public void Strong(double value) =>
        Drawing.Add(Element.Shape("line", "strong", ("x1", X(value)), ("y1", Top), ("x2", X(value)), ("y2", Top + _height)));

    public void Line(string look, IEnumerable<(double X, double Y)> points) => Drawing.Add(new XElement("polyline",
        new XAttribute("class", $"line {look}"),
        new XAttribute("points", string.Join(' ', points.Select(point => $"{Element.Number(X(point.X))},{Element.Number(Y(point.Y))}")))));

    private void Rule(double x1, double y1, double x2, double y2) => Drawing.Add(Element.Shape("line", "rule", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)));
}
