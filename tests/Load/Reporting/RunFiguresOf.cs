using Grainline.Load.Figures;
using Grainline.Load.Talk;
using Grainline.Load.Workloads;

namespace Grainline.Load.Reporting;

internal static class RunFiguresOf
{
    public static RunFigures Talk(TalkResult result) => new()
    {
        System = result.System,
        Workload = result.Loop,
        Conversations = result.Conversations,
        Costs = result.Costs,
        Delivered = result.Delivered,
        OneWay = result.OneWay,
        RecoverySeconds = result.RecoverySeconds,
        Timeline = result.Timeline,
    };

    public static RunFigures Idle(IdleResult result, Costs costs) => new()
    {
        System = result.System,
        Workload = "idle",
        Sockets = result.Sockets,
        Costs = costs,
        ConnectsPerSecond = result.ConnectsPerSecond,
        BytesPerSocket = result.BytesPerSocket,
        SocketsLost = result.Lost,
    };

    public static RunFigures Storm(StormResult result, Costs costs) => new()
    {
        System = "grainline",
        Workload = "storm",
        Sockets = result.Sockets,
        Costs = costs,
        SocketsLost = result.Sockets - result.Returned,
        ReconnectP50 = result.P50,
        ReconnectP99 = result.P99,
        ReconnectWorst = result.Worst,
    };
}
