using Grainline.Load.Checking;
using Grainline.Load.Faults;
using Grainline.Load.Figures;

namespace Grainline.Load.Talk;

/// <summary>Figures of one run; one way is from when a message was due to when the other side had it.</summary>
internal sealed record TalkResult
{
    public required string System { get; init; }

    /// <summary>Names the workload: closed loop, or the rate of an open one.</summary>
    public required string Loop { get; init; }
    public required int Conversations { get; init; }
    public required Costs Costs { get; init; }
    public required long Delivered { get; init; }

    /// <summary>Posts acknowledged in the same time: each should reach both sides soon.</summary>
    public long Acknowledged { get; init; }
    public long ToVisitors { get; init; }
    public long ToAgents { get; init; }
    public required Percentiles OneWay { get; init; }
    public required Sample[] Timeline { get; init; }
    public long Limited { get; init; }
    public long Retried { get; init; }
    public int? Gaps { get; init; }
    public int? Repeated { get; init; }

    /// <summary>How often the server took an agent out of service that had not asked for it.</summary>
    public long? AgentsStopped { get; init; }
    public int Offers { get; init; }
    public long Checked { get; init; }
    public FaultOutcome[] Faults { get; init; } = [];
    public string[] Refusals { get; init; } = [];
    public Violation[] Violations { get; init; } = [];
}
