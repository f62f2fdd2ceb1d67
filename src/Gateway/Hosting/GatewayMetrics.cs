using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Grainline.Gateway.Hosting;

/// <summary>The gateway's instruments. Names follow OpenTelemetry; <c>/metrics</c> shows them in Prometheus' spelling.</summary>
internal static class GatewayMetrics
{
    public const string Name = "Grainline.Gateway";

    public static readonly ActivitySource Traces = new(Name);
    public static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Calls = Meter.CreateCounter<long>("grainline.hub.calls", description: "Hub calls by method and code; code 0 is success.");

    public static readonly Histogram<double> CallSeconds = Meter.CreateHistogram("grainline.hub.call.duration", "s", "Time from a hub call to its answer.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    public static readonly Counter<long> Pushes = Meter.CreateCounter<long>("grainline.pushes", description: "Items that grains have pushed to this gateway.");

    public static readonly Counter<long> SocketsCutOff = Meter.CreateCounter<long>("grainline.sockets.cut_off", description: "Sockets dropped because their client read too slowly.");

    public static readonly Counter<long> RestRefusals = Meter.CreateCounter<long>("grainline.rest.refusals", description: "REST calls refused, by code.");
}
