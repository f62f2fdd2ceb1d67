using Grainline.Load.Faults;
using Grainline.Load.Figures;
using Grainline.Load.Visits;
using Grainline.Load.Workloads;

namespace Grainline.Load.Reporting;

/// <summary>What one run of one system measured: the same shape for every workload and every reference. What a workload cannot know is null.</summary>
internal sealed record RunFigures
{
    private const double Reference = 100_000;

    public required string System { get; init; }

    public required string Workload { get; init; }

    public int? Conversations { get; init; }

    public int? Sockets { get; init; }

    public required Costs Costs { get; init; }

    public long? Delivered { get; init; }

    public double? DeliveredPerSecond => Delivered / Costs.Seconds;

    public long? ToVisitors { get; init; }

    public long? ToAgents { get; init; }

    /// <summary>Posts acknowledged in the same time: each should reach both sides soon.</summary>
    public long? Acknowledged { get; init; }

    /// <summary>From when a message was due to when the other side had it.</summary>
    public Percentiles? OneWay { get; init; }

    /// <summary>User and system seconds of all processes for each 100,000 deliveries.</summary>
    public double? CpuSecondsPer100K => PerDeliveries(Costs.CpuSeconds);

    /// <summary>In cores.</summary>
    public double? CpuShare => Costs.CpuSeconds / Costs.Seconds;

    /// <summary>Milliseconds for each 100,000 deliveries.</summary>
    public double? PauseSumPer100K => PerDeliveries(Costs.Pauses?.Sum);

    public double? ConnectsPerSecond { get; init; }

    public double? BytesPerSocket { get; init; }

    /// <summary>In cores, while sockets only stand.</summary>
    public double? StandingCpuShare { get; init; }

    public int? SocketsLost { get; init; }

    /// <summary>Milliseconds from the cut of all sockets until this share was connected again and had caught up.</summary>
    public double? ReconnectP50 { get; init; }

    public double? ReconnectP99 { get; init; }

    public double? ReconnectWorst { get; init; }

    /// <summary>Steps that a view found missing and read again.</summary>
    public int? Gaps { get; init; }

    public int? Repeated { get; init; }

    public long? Retried { get; init; }

    /// <summary>How often the server took an agent out of service that had not asked for it.</summary>
    public long? AgentsStopped { get; init; }

    /// <summary>What befell the server, in that order, with each recovery.</summary>
    public IReadOnlyList<FaultOutcome> Faults { get; init; } = [];

    public VisitFigures? Visits { get; init; }

    public SurgeFigures? Surge { get; init; }

    public DialogueFigures? Dialogues { get; init; }

    public IReadOnlyList<Sample> Timeline { get; init; } = [];

    public double? CpuSecondsPer100KOf(string process) =>
        Costs.Processes.FirstOrDefault(cost => cost.Name == process) is { } cost ? PerDeliveries(cost.CpuSeconds) : null;

    private double? PerDeliveries(double? sum) => Delivered > 0 ? sum * Reference / Delivered : null;
}
