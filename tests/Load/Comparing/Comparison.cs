using Grainline.Load.Clients;
using Grainline.Load.Servers;
using Grainline.Load.Talk;
using Grainline.Load.Wire;
using Grainline.Load.Workloads;

namespace Grainline.Load.Comparing;

/// <summary>System and references in turn, each as a fresh process on the same core, round after round.</summary>
internal sealed class Comparison(ComparePlan plan, Action<string> progress)
{
    private const double IdleHold = 3;

    public static readonly string[] References = ["signalr", "relay"];

    public async Task<ComparedRounds> Run(CancellationToken cancellation)
    {
        var all = new ComparedRounds([], [], []);
        for (var round = 1; round <= plan.Rounds; round++)
        {
            progress($"round {round} of {plan.Rounds}");
            foreach (var (talk, results) in new[] { (plan.Closed, all.Closed), (plan.Open, all.Open) })
            {
                results.Add(await System(talk, cancellation));
                foreach (var name in References)
                    results.Add(await Reference(name, talk, cancellation));
            }
            await Idle(all.Idle, cancellation);
        }
        return all;
    }

    private async Task<TalkResult> System(TalkPlan talk, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.Open(plan.Target, cancellation);
        return await new TalkRun(system, talk, static _ => { }).Run(cancellation);
    }

    private async Task<TalkResult> Reference(string name, TalkPlan talk, CancellationToken cancellation)
    {
        await using var reference = new Reference(name, plan.Target.Core);
        await reference.Start(cancellation);
        return await reference.Talk(talk, cancellation);
    }

    private async Task Idle(List<IdleResult> results, CancellationToken cancellation)
    {
        await using (var system = await SystemUnderTest.Open(plan.Target, cancellation))
        {
            var dialer = new Dialer(system.Address);
            var visitors = await Opening.Admit(system.Installation, plan.IdleSockets, cancellation);
            Link[] links = [.. visitors.Select(visitor => new QuietLink(dialer, visitor, new(1)))];
            results.Add(await new IdleRun("grainline", system.Figures).Run(links, IdleHold, cancellation));
        }
        await using var reference = new Reference("signalr", plan.Target.Core);
        await reference.Start(cancellation);
        results.Add(await new IdleRun("signalr", () => reference.Figures()).Run(reference.IdleLinks(plan.IdleSockets), IdleHold, cancellation));
    }
}
