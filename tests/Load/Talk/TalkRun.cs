using Grainline.Load.Faults;
using Grainline.Load.Servers;

namespace Grainline.Load.Talk;

/// <summary>The workload <c>talk</c> against the system: gather, warm up, measure, settle, judge.</summary>
internal sealed class TalkRun(SystemUnderTest system, TalkPlan plan, Action<string> progress)
{
    private readonly TalkCounts _counts = new();

    public async Task<TalkResult> Run(CancellationToken cancellation)
    {
        var crowd = new Crowd(system, plan, _counts);
        progress($"{plan.Visitors} visitors open conversations, {plan.Agents} agents serve {plan.Capacity} each");
        await crowd.Gather(cancellation);
        var pairs = crowd.Pairs.All.Where(pair => pair.IsServed).ToArray();
        var faults = plan.Fault is { } fault ? new FaultRun(system.Fault!, fault, plan.Seed, system.Started!, crowd.Links, pairs, _counts, progress) : null;
        using var pinging = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pings = new Heartbeat(crowd.Links).Run(pinging.Token);
        progress($"{pairs.Length} conversations talk");
        var window = new Window(_counts, system);
        await window.Measure(pairs, plan, faults is null ? null : faults.Run, cancellation);
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
            Faults = faults is null ? [] : [.. faults.Outcomes],
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
