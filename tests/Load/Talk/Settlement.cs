using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Talk;

/// <summary>After the talk: what is in flight lands, every view is read to its head, and every transcript is read back from the API.</summary>
internal sealed class Settlement(SystemUnderTest system, Crowd crowd, Pair[] pairs)
{
    /// <exception cref="RefusedException">Something was still in flight after 30 s.</exception>
    public async Task Settle(CancellationToken cancellation)
    {
        for (var began = Clock.Now; !crowd.Links.All(link => link.IsUp) || !pairs.All(pair => pair.Visitor.IsIdle && pair.Agent.IsIdle); await Clock.Wait(0.02, cancellation))
        {
            if (Clock.Seconds(began) > 30)
                throw new RefusedException($"After 30 s {pairs.Count(pair => !pair.Visitor.IsIdle || !pair.Agent.IsIdle)} conversations have posts that nobody acknowledged.");
        }
        await Task.WhenAll(pairs.SelectMany(pair => new[] { pair.VisitorView.Settle(), pair.AgentView.Settle() })).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellation);
        var served = crowd.Agents.SelectMany(agent => agent.Capacity.Holds.Select(id => (Agent: agent, Id: id))).ToDictionary(item => item.Id, item => item.Agent.Token);
        await Parallel.ForEachAsync(pairs, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation }, async (pair, stop) =>
            await Transcript.ReadBack(system.Rest, pair.History, served.GetValueOrDefault(pair.History.Conversation) ?? throw new RefusedException($"{pair.History.Conversation} was taken from its agent during the run."), stop));
    }
}
