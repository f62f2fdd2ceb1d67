using Grainline.Load.Figures;
using Grainline.Load.Servers;
using Grainline.Load.Talk;
using Grainline.Load.Visits;
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
        ToVisitors = result.ToVisitors,
        ToAgents = result.ToAgents,
        Acknowledged = result.Acknowledged,
        OneWay = result.OneWay,
        Gaps = result.Gaps,
        Repeated = result.Repeated,
        Retried = result.Retried,
        AgentsStopped = result.AgentsStopped,
        Faults = result.Faults,
        Timeline = result.Timeline,
    };

    public static RunFigures Idle(string system, Measured<IdleResult> run) => new()
    {
        System = system,
        Workload = "idle",
        Sockets = run.Result.Sockets,
        Costs = run.Costs,
        ConnectsPerSecond = run.Result.ConnectsPerSecond,
        BytesPerSocket = run.Result.BytesPerSocket,
        StandingCpuShare = run.Result.StandingCpuShare,
        SocketsLost = run.Result.Lost,
    };

    public static RunFigures Storm(Measured<StormResult> run) => new()
    {
        System = SystemUnderTest.Name,
        Workload = "storm",
        Sockets = run.Result.Sockets,
        Costs = run.Costs,
        SocketsLost = run.Result.Sockets - run.Result.Returned,
        ReconnectP50 = run.Result.P50,
        ReconnectP99 = run.Result.P99,
        ReconnectWorst = run.Result.Worst,
    };

    public static RunFigures Surge(SurgeResult result) => Visits("surge", result.All) with { Surge = result.Figures };

    public static RunFigures Dialogues(DialoguesResult result) => Visits("dialogues", result.All) with { Dialogues = result.Figures };

    // No one-way times: what a visitor says first waits for an agent, and scripts have no stamp in them.
    private static RunFigures Visits(string workload, VisitsResult all) => new()
    {
        System = SystemUnderTest.Name,
        Workload = workload,
        Conversations = all.Visits.Count(visit => visit.Refused is null),
        Costs = all.Measured.Costs,
        Delivered = all.Counts.Delivered,
        ToVisitors = all.Counts.ToVisitors,
        ToAgents = all.Counts.ToAgents,
        Acknowledged = all.Counts.Acknowledged,
        Retried = all.Counts.Retried,
        AgentsStopped = all.Counts.AgentsStopped,
        Visits = VisitFigures.Of(all.Visits),
        Timeline = all.Measured.Timeline,
    };
}
