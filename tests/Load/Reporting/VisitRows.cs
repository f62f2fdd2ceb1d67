using Grainline.Load.Figures;
using Grainline.Load.Visits;

namespace Grainline.Load.Reporting;

/// <summary>Lines of the table of figures that only workloads with visits have.</summary>
internal static class VisitRows
{
    public static readonly Figure[] All =
    [
        new("visitors", "count", "N0", run => run.Visits?.Arrivals),
        new("conversations not opened", "count", "N0", run => run.Visits?.NotOpened),
        .. Wait("open", visits => visits.Opened),
        .. Wait("offered", visits => visits.Offered),
        .. Wait("served", visits => visits.Served),
        new("usual wait", "s", "N2", run => run.Surge?.UsualWait),
        new("offers as before, after the spike's end", "s", "N1", run => run.Surge?.RecoverySeconds),
        new("places in line told", "count", "N0", run => run.Surge?.Places),
        new("places further back than before", "count", "N0", run => run.Surge?.SetBacks),
        new("messages of the scripts", "count", "N0", run => run.Dialogues?.Messages),
        new("attachments", "count", "N0", run => run.Dialogues?.Attachments),
        new("attachments refused", "count", "N0", run => run.Dialogues?.AttachmentsRefused),
        new("agents began to type", "count", "N0", run => run.Dialogues?.AgentsTyped),
        new("visitors were shown it", "count", "N0", run => run.Dialogues?.TypingShown),
    ];

    // Where nobody came so far, there is no wait.
    private static Figure[] Wait(string name, Func<VisitFigures, Quantiles> waits)
    {
        return [Line("p50", all => all.P50), Line("p99", all => all.P99), Line("worst", all => all.Worst)];

        Figure Line(string part, Func<Quantiles, double> value) => new(
            $"wait until {name}, {part}", "s", "N2", run => run.Visits is { } visits && waits(visits) is { Count: > 0 } all ? value(all) : null);
    }
}
