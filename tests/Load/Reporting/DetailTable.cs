using System.Globalization;
using Grainline.Load.Faults;
using Grainline.Load.Figures;
using Grainline.Load.Visits;
using Grainline.Load.Workloads;

namespace Grainline.Load.Reporting;

/// <summary>What of a workload has more than one value: each fault, each phase, each dialogue. The first column names the row.</summary>
internal sealed record DetailTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <param name="runs">Of one workload.</param>
    public static IEnumerable<DetailTable> Of(IReadOnlyList<RunFigures> runs)
    {
        DetailTable[] all =
        [
            new("Faults", ["fault", "at, s", "calls retried", "recovery, s"], [.. runs.SelectMany(run => run.Faults).Select(Cells)]),
            new("Phases: waits since arrival, p50 / p99 / worst", ["phase", "come, 1/s", "came", "not opened", "open, s", "offered, s", "served, s"],
                [.. runs.SelectMany(run => run.Surge?.Phases ?? []).Select(Cells)]),
            new("Dialogues", ["dialogue", "language", "ends", "played", "visitor: turns, words a turn", "agent: turns, words a turn"],
                [.. runs.SelectMany(run => run.Dialogues?.Played ?? []).Select(Cells)]),
        ];
        return all.Where(table => table.Rows.Count > 0);
    }

    private static string[] Cells(FaultOutcome fault) => [fault.What, Number(fault.At, "N1"), Number(fault.Retried, "N0"), Number(fault.RecoverySeconds, "N2")];

    private static string[] Cells(SurgePhase phase) =>
    [
        phase.Phase, Number(phase.PerSecond, "0.#"), Number(phase.Visits.Arrivals, "N0"), Number(phase.Visits.NotOpened, "N0"),
        Waits(phase.Visits.Opened), Waits(phase.Visits.Offered), Waits(phase.Visits.Served),
    ];

    private static string[] Cells(PlayedDialogue one) =>
    [
        one.Name, one.Language, one.Ends, Number(one.Played, "N0"), Turns(one.Visitor), Turns(one.Agent),
    ];

    private static string Turns(TurnStatistics side) => $"{Number(side.TurnsEach, "0.#")}, {Number(side.WordsEach, "0.#")}";

    private static string Waits(Quantiles waits) => waits.Count == 0 ? "" : $"{Number(waits.P50, "N2")} / {Number(waits.P99, "N2")} / {Number(waits.Worst, "N2")}";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
