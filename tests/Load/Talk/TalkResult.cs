using Grainline.Load.Checking;
using Grainline.Load.Faults;

namespace Grainline.Load.Talk;

/// <summary>Figures of one run; times in milliseconds, one way from when a message was due to when the other side had it.</summary>
internal sealed record TalkResult
{
    public required string System { get; init; }
    public required string Loop { get; init; }
    public required int Conversations { get; init; }
    public required double Seconds { get; init; }
    public required long Delivered { get; init; }

    /// <summary>Posts acknowledged in the same time: each should reach both sides soon.</summary>
    public long Acknowledged { get; init; }
    public long ToVisitors { get; init; }
    public long ToAgents { get; init; }
    public required double DeliveredPerSecond { get; init; }
    public required double P50 { get; init; }
    public required double P99 { get; init; }
    public required double P999 { get; init; }
    public required double Worst { get; init; }

    /// <summary>Of the server's process; null when it cannot be seen.</summary>
    public double? CpuSecondsPer100K { get; init; }
    public double? CpuShare { get; init; }
    public long? ResidentBytes { get; init; }

    /// <summary>Of the tool itself: near the number of its cores it was the tool that was measured.</summary>
    public double ToolCpuShare { get; init; }
    public long Limited { get; init; }
    public long Retried { get; init; }
    public int Gaps { get; init; }
    public int Repeated { get; init; }

    /// <summary>How often the server took an agent out of service that had not asked for it.</summary>
    public long AgentsStopped { get; init; }
    public int Offers { get; init; }
    public long Checked { get; init; }
    public FaultOutcome[] Faults { get; init; } = [];
    public string[] Refusals { get; init; } = [];
    public Violation[] Violations { get; init; } = [];
}
