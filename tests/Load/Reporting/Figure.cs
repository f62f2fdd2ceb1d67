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
        DeliveredPerSecond, P50, P99, P999,
        new("one way worst", "ms", "N2", run => run.OneWay?.Worst),
        CpuPerDelivery,
        new("CPU, all processes", "cores", "N2", run => run.CpuShare),
        new("GC pauses", "count", "N0", run => run.Costs.Pauses?.Count),
        new("GC pauses, median", "ms", "N2", run => run.Costs.Pauses?.Median),
        new("GC pauses, worst", "ms", "N2", run => run.Costs.Pauses?.Worst),
        PauseSum, Resident,
        ConnectsPerSecond, BytesPerSocket,
        new("sockets lost", "count", "N0", run => run.SocketsLost),
        new("reconnect p50", "ms", "N0", run => run.ReconnectP50),
        new("reconnect p99", "ms", "N0", run => run.ReconnectP99),
        new("reconnect worst", "ms", "N0", run => run.ReconnectWorst),
        new("recovery from kill -9, worst", "s", "N2", run => run.RecoverySeconds.Count == 0 ? null : run.RecoverySeconds.Max()),
        new("JIT compiler", "CPU s while measuring", "N2", run => run.Costs.Processes.Count == 0 ? null : run.Costs.CompilerCpuSeconds),
        new("CPU of the tool", "cores", "N2", run => run.Costs.ToolCpuShare),
    ];

    public static Figure CpuOf(string process) => new($"CPU of {process}", "s per 100,000 deliveries", "N2", run => run.CpuSecondsPer100KOf(process));

    public string Text(double? value) => value?.ToString(Format, CultureInfo.InvariantCulture) ?? "";
}
