using System.Diagnostics.Metrics;

namespace Grainline.Integrations;

/// <summary>What an operator watches: the meter <c>Grainline.Integrations</c>.</summary>
internal static class IntegrationMetrics
{
    public const string Name = "Grainline.Integrations";

    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Produced = Meter.CreateCounter<long>("grainline.outbox.produced", description: "Events that brokers have confirmed.");

    public static readonly Counter<long> ProduceFailures = Meter.CreateCounter<long>("grainline.outbox.failures", description: "Batches of events that were not confirmed and are sent again.");

    /// <summary>By <c>type</c> and <c>code</c>; code 0 is success, others are dead letters.</summary>
    public static readonly Counter<long> Commands = Meter.CreateCounter<long>("grainline.commands", description: "Commands done with, by type and code; code 0 is success, others went to the dead letters.");

    public static readonly Counter<long> CommandRetries = Meter.CreateCounter<long>("grainline.commands.retries", description: "Attempts at commands that failed and are repeated, by code.");

    public static readonly UpDownCounter<int> CommandsWaiting = Meter.CreateUpDownCounter<int>("grainline.commands.waiting", description: "Commands read and not done yet.");
}
