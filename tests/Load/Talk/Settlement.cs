using System.Text.Json;
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
            await ReadBack(pair, served.GetValueOrDefault(pair.History.Conversation) ?? throw new RefusedException($"{pair.History.Conversation} was taken from its agent during the run."), stop));
    }

    private async Task ReadBack(Pair pair, string token, CancellationToken cancellation)
    {
        var view = pair.History.AddView("transcript");
        var page = new PageReader(view, new(), static (_, _) => { });
        do
        {
            var before = view.Last;
            Read(page, await system.Rest.Get($"/api/v1/conversations/{pair.History.Conversation}/messages?after={view.Last}&limit=200", token, cancellation));
            if (view.Last == before)
                return;
        }
        while (view.Last < page.Head);
    }

    private static void Read(PageReader page, byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        page.Read(ref reader);
    }
}
