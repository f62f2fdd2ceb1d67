using System.Globalization;
using System.Text;

namespace Grainline.Gateway.Metrics;

/// <summary>One line of a counter or gauge, or one histogram: an instrument with one set of labels.</summary>
internal sealed class Series(string labels, double[] bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[bounds.Length];
    private double _sum;
    private long _count;

    public void Set(double value)
    {
        lock (_lock)
            _sum = value;
    }

    public void Add(double value)
    {
        lock (_lock)
            _sum += value;
    }

    public void Record(double value)
    {
        lock (_lock)
        {
            _sum += value;
            _count++;
            var at = Array.FindIndex(bounds, bound => value <= bound);
            if (at >= 0)
                _buckets[at]++;
        }
    }

    public void WriteValue(string name, StringBuilder page)
    {
        lock (_lock)
            Line(page, name, labels, _sum);
    }

    public void WriteHistogram(string name, StringBuilder page)
    {
        lock (_lock)
        {
            var below = 0L;
            for (var i = 0; i < bounds.Length; i++)
            {
                below += _buckets[i];
                Line(page, name + "_bucket", With(Number(bounds[i])), below);
            }
            Line(page, name + "_bucket", With("+Inf"), _count);
            Line(page, name + "_sum", labels, _sum);
            Line(page, name + "_count", labels, _count);
        }
    }

    private string With(string le) => labels.Length == 0 ? $"le=\"{le}\"" : $"{labels},le=\"{le}\"";

    private static void Line(StringBuilder page, string name, string labels, double value)
    {
        page.Append(name);
        if (labels.Length > 0)
            page.Append('{').Append(labels).Append('}');
        page.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);
}
