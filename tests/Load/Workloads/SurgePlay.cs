using Grainline.Load.Figures;
using Grainline.Load.Visits;

namespace Grainline.Load.Workloads;

/// <summary>The visitor asks at once; agent and visitor write by turns over the time that the conversation takes; the agent resolves it.</summary>
internal sealed class SurgePlay(double hold, int messages, int seed) : IVisitPlay
{
    public object Opening { get; } = new { };

    public async Task Play(Visit visit, CancellationToken cancellation)
    {
        visit.Pair.Visitor.Due(Clock.Now);
        var agent = await visit.Served(cancellation);
        var pause = hold * (0.5 + new Random(seed).NextDouble()) / Math.Max(1, messages);
        for (var sent = 0; sent < messages; sent++)
        {
            await Clock.Wait(pause, cancellation);
            (sent % 2 == 0 ? visit.Pair.Agent : visit.Pair.Visitor).Due(Clock.Now);
        }
        await visit.Heard(cancellation);
        await agent.Resolve(visit.Pair.History.Conversation, cancellation);
    }
}
