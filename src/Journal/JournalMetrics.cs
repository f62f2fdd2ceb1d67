using System.Diagnostics.Metrics;

namespace Grainline.Journal;

/// <summary>What an operator watches: the meter <c>Grainline.Journal</c>.</summary>
internal static class JournalMetrics
{
    private static readonly Meter Meter = new("Grainline.Journal");

    /// <summary>Operations that wait for the writer, over all journals of the process.</summary>
    public static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>("journal.waiting", "{operation}");

    public static readonly Counter<long> Entries = Meter.CreateCounter<long>("journal.entries", "{entry}");

    public static readonly Counter<long> Failures = Meter.CreateCounter<long>("journal.failures", "{group}");

    public static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>("journal.group.size", "{operation}");

    /// <summary>From the begin of a group's transaction to the end of its commit.</summary>
    public static readonly Histogram<double> GroupDuration = Meter.CreateHistogram<double>("journal.group.duration", "s");
}
