using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Grainline.Gateway.Metrics;

/// <summary>One instrument with all of its series.</summary>
internal sealed class Family
{
    /// <summary>A label with unbounded values would eat the memory of the process and of whoever scrapes it: later label sets are dropped.</summary>
    private const int MostSeries = 1_000;

    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly ConcurrentDictionary<string, Series> _series = new();
    private readonly string _help;
    private readonly Kind _kind;
    private readonly bool _absolute;
    private readonly double[] _bounds;

    public Family(Instrument instrument, IReadOnlyList<double>? bounds)
    {
        var generic = instrument.GetType().IsGenericType ? instrument.GetType().GetGenericTypeDefinition() : instrument.GetType();
        _kind = generic == typeof(Histogram<>) ? Kind.Histogram
            : generic == typeof(Counter<>) || generic == typeof(ObservableCounter<>) ? Kind.Counter
            : Kind.Gauge;
        _absolute = instrument.IsObservable || generic == typeof(Gauge<>);
        _bounds = _kind == Kind.Histogram ? [.. bounds ?? DefaultBounds] : [];
        _help = instrument.Description ?? "";
        Name = PrometheusText.Name(instrument.Name, instrument.Unit, _kind == Kind.Counter);
    }

    private enum Kind
    {
        Counter,
        Gauge,
        Histogram,
    }

    public string Name { get; }

    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = PrometheusText.Labels(tags);
        if (!_series.TryGetValue(labels, out var series))
        {
            if (_series.Count >= MostSeries)
                return;
            series = _series.GetOrAdd(labels, key => new(key, _bounds));
        }
        if (_kind == Kind.Histogram)
            series.Record(value);
        else if (_absolute)
            series.Set(value);
        else
            series.Add(value);
    }

    public void Write(StringBuilder page)
    {
        if (_series.IsEmpty)
            return;
        if (_help.Length > 0)
            page.Append("# HELP ").Append(Name).Append(' ').Append(PrometheusText.EscapeHelp(_help)).Append('\n');
        page.Append("# TYPE ").Append(Name).Append(' ').Append(_kind.ToString().ToLowerInvariant()).Append('\n');
        foreach (var (_, series) in _series.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (_kind == Kind.Histogram)
                series.WriteHistogram(Name, page);
            else
                series.WriteValue(Name, page);
        }
    }
}
