using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Grainline.Gateway.Metrics;

/// <summary>
/// Listens to the product's meters, the runtime's and the web server's, and writes what they say for Prometheus. Instruments of the same name and labels add up.
/// </summary>
internal sealed class PrometheusPage : IDisposable
{
    private static readonly string[] Meters =
        ["Grainline.", "Microsoft.Orleans", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections"];

    private readonly ConcurrentDictionary<string, Family> _families = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _scrape = new();

    public PrometheusPage()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (!Meters.Any(name => instrument.Meter.Name.StartsWith(name, StringComparison.Ordinal)))
                return;
            var family = new Family(instrument, Bounds(instrument));
            listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(family.Name, family));
        };
        _listener.SetMeasurementEventCallback<int>((_, value, tags, family) => ((Family)family!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, family) => ((Family)family!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<float>((_, value, tags, family) => ((Family)family!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, family) => ((Family)family!).Measure(value, tags));
        _listener.Start();
    }

    public string Write()
    {
        lock (_scrape)
        {
            _listener.RecordObservableInstruments();
            var page = new StringBuilder(16_384);
            foreach (var (_, family) in _families.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                family.Write(page);
            return page.ToString();
        }
    }

    public void Dispose() => _listener.Dispose();

    private static IReadOnlyList<double>? Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => histogram.Advice?.HistogramBucketBoundaries,
        Histogram<long> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToArray(),
        _ => null,
    };
}
