using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Reporting;
using Grainline.Load.Servers;
using Grainline.Load.Talk;
using Grainline.Load.Wire;
using Grainline.Load.Workloads;

namespace Grainline.Load.Comparing;

/// <summary>System and references in turn, each as a fresh process on the same core, round after round.</summary>
internal sealed class Comparison(ComparePlan plan, string[] references, Action<string> progress)
{
    private const double IdleHold = 3;

    public async Task<ComparedRounds> Run(CancellationToken cancellation)
    {
        var all = new ComparedRounds([], []);
        for (var round = 1; round <= plan.Rounds; round++)
        {
            foreach (var talk in plan.Talks)
            {
                using var eager = new EagerTiering();
                progress($"round {round} of {plan.Rounds}, {(talk.Rate is { } rate ? $"{rate:N0}/s" : "closed loop")}: {SystemUnderTest.Name}");
                all.Talks.Add(await TalkToSystem(talk, cancellation));
                foreach (var name in references)
                {
                    progress($"... {name}");
                    all.Talks.Add(await TalkToReference(name, talk, cancellation));
                }
            }
            progress("... idle sockets");
            await Idle(all.Idle, cancellation);
        }
        return all;
    }

    private async Task<TalkResult> TalkToSystem(TalkPlan talk, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.Open(plan.Target, cancellation);
        return await new TalkRun(system, talk, static _ => { }).Run(cancellation);
    }

    private async Task<TalkResult> TalkToReference(string name, TalkPlan talk, CancellationToken cancellation)
    {
        await using var reference = await Reference.Start(name, plan.Target.Core, cancellation);
        return await reference.Talk(talk, cancellation);
    }

    // Only the bare hub: storing changes nothing about a socket that says nothing, and the relay has no handshake.
    private async Task Idle(List<RunFigures> results, CancellationToken cancellation)
    {
        await using (var system = await SystemUnderTest.Open(plan.Target, cancellation))
        {
            var dialer = new Dialer(system.Address);
            var visitors = await Opening.Admit(system.Installation, plan.IdleSockets, cancellation);
            Link[] links = [.. visitors.Select(visitor => new QuietLink(dialer, visitor, new(1)))];
            results.Add(await Hold(SystemUnderTest.Name, system, links, cancellation));
        }
        await using var reference = await Reference.Start(ReferenceNames.SignalR, plan.Target.Core, cancellation);
        results.Add(await Hold(ReferenceNames.SignalR, reference, reference.IdleLinks(plan.IdleSockets), cancellation));
    }

    private static async Task<RunFigures> Hold(string name, IMeasured measured, Link[] links, CancellationToken cancellation) =>
        RunFiguresOf.Idle(name, await Measured.Run(measured, () => new IdleRun(() => ProcessTable.Figures(measured.Roots)).Run(links, IdleHold, cancellation)));
}
