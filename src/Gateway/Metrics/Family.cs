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
    private readonly ConcurrentDictionary<int, SeenTags> _seen = new();
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
        if (Find(tags) is not { } series)
            return;
        if (_kind == Kind.Histogram)
            series.Record(value);
        else if (_absolute)
            series.Set(value);
        else
            series.Add(value);
    }

    // Writing the labels costs more than all the rest of a measurement, and the same few tags come over and over.
    private Series? Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = SeenTags.Hash(tags);
        if (_seen.TryGetValue(hash, out var seen) && seen.Are(tags))
            return seen.Series;
        var labels = PrometheusText.Labels(tags);
        if (!_series.TryGetValue(labels, out var series))
        {
            if (_series.Count >= MostSeries)
                return null;
            series = _series.GetOrAdd(labels, key => new(key, _bounds));
        }
        if (_seen.Count < MostSeries)
            _seen[hash] = new(tags.ToArray(), series);
        return series;
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
