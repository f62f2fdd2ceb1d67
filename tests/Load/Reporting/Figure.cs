using System.Globalization;

namespace Grainline.Load.Reporting;

/// <summary>One line of the table of figures.</summary>
/// <param name="Unit">Told in the header.</param>
/// <param name="Format">Of the number.</param>
/// <param name="Value">Null where a run does not know it.</param>
internal sealed record Figure(string Name, string Unit, string Format, Func<RunFigures, double?> Value)
{
    private const double MiB = 1024 * 1024;

    public static readonly Figure DeliveredPerSecond = new("delivered", "1/s", "N0", run => run.DeliveredPerSecond);
    public static readonly Figure CpuPerDelivery = new("CPU, all processes", "s per 100,000 deliveries", "N2", run => run.CpuSecondsPer100K);
    public static readonly Figure P50 = new("one way p50", "ms", "N2", run => run.OneWay?.P50);
    public static readonly Figure P99 = new("one way p99", "ms", "N2", run => run.OneWay?.P99);
    public static readonly Figure P999 = new("one way p99.9", "ms", "N2", run => run.OneWay?.P999);
    public static readonly Figure PauseSum = new("GC pauses, sum", "ms per 100,000 deliveries", "N1", run => run.PauseSumPer100K);
    public static readonly Figure BytesPerSocket = new("memory of an idle socket", "bytes", "N0", run => run.BytesPerSocket);
    public static readonly Figure ConnectsPerSecond = new("connects", "1/s", "N0", run => run.ConnectsPerSecond);
    public static readonly Figure Resident = new("resident, all processes", "MiB", "N0", run => run.Costs.ResidentBytes / MiB);

    /// <summary>In the order of the table.</summary>
    public static readonly Figure[] All =
    [
        new("conversations", "count", "N0", run => run.Conversations),
        DeliveredPerSecond,
        new("delivered to visitors", "count", "N0", run => run.ToVisitors),
        new("delivered to agents", "count", "N0", run => run.ToAgents),
        new("acknowledged", "count", "N0", run => run.Acknowledged),
        P50, P99, P999,
        new("one way worst", "ms", "N2", run => run.OneWay?.Worst),
        CpuPerDelivery,
        new("CPU, all processes", "cores", "N2", run => run.CpuShare),
        new("GC pauses", "count", "N0", run => run.Costs.Pauses?.Count),
        new("GC pauses, median", "ms", "N2", run => run.Costs.Pauses?.Median),
        new("GC pauses, worst", "ms", "N2", run => run.Costs.Pauses?.Worst),
        PauseSum, Resident,
        ConnectsPerSecond, BytesPerSocket,
        new("CPU while sockets only stand", "cores", "N2", run => run.StandingCpuShare),
        new("sockets lost", "count", "N0", run => run.SocketsLost),
        new("reconnect p50", "ms", "N0", run => run.ReconnectP50),
        new("reconnect p99", "ms", "N0", run => run.ReconnectP99),
        new("reconnect worst", "ms", "N0", run => run.ReconnectWorst),
        new("faults", "count", "N0", run => run.Faults.Count == 0 ? null : run.Faults.Count),
        new("recovery from a fault, worst", "s", "N2", run => run.Faults.Count == 0 ? null : run.Faults.Max(fault => fault.RecoverySeconds)),
        .. VisitRows.All,
        new("gaps repaired", "count", "N0", run => run.Gaps),
        new("pushes repeated", "count", "N0", run => run.Repeated),
        new("calls retried", "count", "N0", run => run.Retried),
        new("agents taken out of service", "count", "N0", run => run.AgentsStopped),
        new("JIT compiler", "CPU s while measuring", "N2", run => run.Costs.Processes.Count == 0 ? null : run.Costs.CompilerCpuSeconds),
        new("CPU of the tool", "cores", "N2", run => run.Costs.ToolCpuShare),
    ];

    public static Figure CpuOf(string process) => new($"CPU of {process}", "s per 100,000 deliveries", "N2", run => run.CpuSecondsPer100KOf(process));

    public string Text(double? value) => value?.ToString(Format, CultureInfo.InvariantCulture) ?? "";
}
