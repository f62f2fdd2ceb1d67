using Grainline.Load.Faults;
using Grainline.Load.Servers;

namespace Grainline.Load.Talk;

/// <summary>The workload <c>talk</c> against the system: gather, warm up, measure, settle, judge.</summary>
/// <param name="upheaval">Instead of the plan's fault, for a system that the tool has not started itself.</param>
internal sealed class TalkRun(SystemUnderTest system, TalkPlan plan, Action<string> progress, IUpheaval? upheaval = null)
{
    private readonly TalkCounts _counts = new();

    private IUpheaval? Upheaval => upheaval ?? (plan.Fault is { } fault ? new FaultRun(system.Fault!, fault, plan.Seed, system.Started!, progress) : null);

    public async Task<TalkResult> Run(CancellationToken cancellation)
    {
        var crowd = new Crowd(system, plan, _counts);
        progress($"{plan.Visitors} visitors open conversations, {plan.Agents} agents serve {plan.Capacity} each");
        await crowd.Gather(cancellation);
        var pairs = crowd.Pairs.All.Where(pair => pair.IsServed).ToArray();
        var recovery = new Recovery(crowd.Links, pairs, _counts);
        IReadOnlyList<FaultOutcome> faults = [];
        using var pinging = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pings = new Heartbeat(crowd.Links).Run(pinging.Token);
        progress($"{pairs.Length} conversations talk");
        var window = new Window(_counts, system);
        await window.Measure(pairs, plan, Upheaval is { } what ? async (seconds, stop) => faults = await what.Run(recovery, seconds, stop) : null, cancellation);
        progress("settling: every view is read to its head, transcripts are read back");
        await new Settlement(system, crowd, pairs).Settle(cancellation);
        foreach (var agent in crowd.Agents)
            await agent.Review(cancellation);
        await pinging.CancelAsync();
        await pings;
        foreach (var link in crowd.Links)
            link.Stop();
        var result = window.Result(SystemUnderTest.Name, plan, pairs.Length);
        return result with
        {
            Faults = [.. faults],
            Gaps = pairs.Sum(pair => pair.VisitorView.View.Gaps + pair.AgentView.View.Gaps),
            Repeated = pairs.Sum(pair => pair.VisitorView.View.Repeated + pair.AgentView.View.Repeated),
            AgentsStopped = _counts.AgentsStopped,
            Offers = crowd.Line.Offers,
            Checked = pairs.Sum(pair => (long)pair.History.Acknowledged),
            Violations =
            [
                .. pairs.SelectMany(pair => pair.History.Judge()),
                .. crowd.Agents.SelectMany(agent => agent.Capacity.Violations),
                .. crowd.Line.Judge(),
            ],
        };
    }
}
