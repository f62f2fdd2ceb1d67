using FsCheck;
using FsCheck.Fluent;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Agents;

/// <summary>Whatever is asked at once, in whatever sizes: nobody is given more than there is room for, and everything is given back whole.</summary>
public sealed class AgentCapacityProperties
{
    private const int Capacity = 7;

    private static readonly Gen<WorkSize> AnyWork =
        from weight in Gen.Choose(1, 5)
        from interruptible in Gen.Elements(true, false)
        select new WorkSize(weight, interruptible);

    [Fact]
    public async Task ReserveAndTake_ManyAtOnceOfAnySize_NeverExceedTheCapacity()
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("seen").Open(Opening());
        var view = (await host.Conversation("seen").Close(Visitor())).Value!;
        var run = 0;
        Prop.ForAll(Arb.From(Gen.ListOf(AnyWork)), works => Holds(host, $"agent{++run}", view, [.. works]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithEndSize(40));
    }

    private static async Task<bool> Holds(GrainHost host, string id, ConversationView view, WorkSize[] works)
    {
        var agent = host.Agent(id);
        await agent.Configure(new(id, Capacity, [GrainHost.Queue]));
        await agent.SetAvailability(new(AgentStatus.Available, null));
        var now = host.Clock.GetUtcNow();
        var given = await Task.WhenAll(works.Select(async (work, i) => i % 3 == 0
            ? (await agent.Take(new($"c{i}", null, view, Force: false, work))).Succeeded
            : (await agent.Reserve(new($"c{i}.1", new($"c{i}", GrainHost.Queue, Ada, null, null, null, now), now, now.AddSeconds(30), work))).Held));
        var load = (await agent.Inbox()).Value!.Load;
        var expected = works.Where((_, i) => given[i]).ToArray();
        var (primary, interruptible) = (expected.Where(w => !w.Interruptible).Sum(w => w.Weight), expected.Where(w => w.Interruptible).Sum(w => w.Weight));

        // What was refused would not fit now either, as nothing has been given back.
        var rightlyRefused = works.Where((_, i) => !given[i]).All(w => primary + w.Weight + (w.Interruptible ? interruptible : 0) > Capacity);
        var exact = (load.Load, load.InterruptibleLoad) == (primary, interruptible) && primary <= Capacity;
        for (var i = 0; i < works.Length; i++)
            await agent.Release(new($"c{i}", i % 3 == 0 ? null : $"c{i}.1", "cancelled", null));
        await Eventually.Becomes(() => agent.Inbox(), inbox => inbox.Value!.Load is { Load: 0, InterruptibleLoad: 0 });
        return exact && rightlyRefused;
    }
}
