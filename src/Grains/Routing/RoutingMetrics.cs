using System.Diagnostics.Metrics;

namespace Grainline.Routing;

/// <summary>What an operator scales by: the meter <c>Grainline.Routing</c>.</summary>
internal static class RoutingMetrics
{
    private static readonly Meter Meter = new("Grainline.Routing");

    /// <summary>Conversations in line, over all queues that live in this process; nobody's name is on it.</summary>
    public static readonly UpDownCounter<int> Waiting =
        Meter.CreateUpDownCounter<int>("grainline.queue.waiting", "{conversation}", "Conversations that wait in the queues of this process.");
}
